# The compiler settings, the foreign libraries, and the one function that declares a module.

find_package(PkgConfig REQUIRED)
pkg_check_modules(simdjson REQUIRED IMPORTED_TARGET simdjson)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
find_package(LibXml2 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(SQLite3 REQUIRED)
find_package(TBB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
if(BUILD_TESTING)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()

option(HEARSAY_WERROR "Treat warnings as errors (CI does)" OFF)
option(HEARSAY_FUZZ "Build the fuzz targets (clang only)" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(hearsay_options INTERFACE)
target_compile_features(hearsay_options INTERFACE cxx_std_23)
target_compile_options(hearsay_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${HEARSAY_WERROR}>:-Werror>)
target_include_directories(hearsay_options INTERFACE ${PROJECT_SOURCE_DIR})
set(CMAKE_CXX_EXTENSIONS OFF)

# hearsay_module(name USES modules NEEDS libraries): the library hearsay_<name>
# from hearsay/<name>/*.cc, and the test program <name>_test from its *_test.cc.
# USES is read by tools/check-layers as well.
function(hearsay_module name)
  cmake_parse_arguments(PARSE_ARGV 1 module "" "" "USES;NEEDS")
  file(GLOB sources CONFIGURE_DEPENDS hearsay/${name}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")

  list(TRANSFORM module_USES PREPEND hearsay_)

  if(sources)
    add_library(hearsay_${name} STATIC ${sources})
    target_link_libraries(hearsay_${name}
      PUBLIC hearsay_options ${module_USES} PRIVATE ${module_NEEDS})
  else()  # headers only
    add_library(hearsay_${name} INTERFACE)
    target_link_libraries(hearsay_${name} INTERFACE hearsay_options ${module_USES})
  endif()

  if(BUILD_TESTING AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE hearsay_${name} ${module_NEEDS} GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE HEARSAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}/"
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
