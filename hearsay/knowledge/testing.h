// Tables small enough to be read in a test. For tests only.

#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

#include "hearsay/knowledge/tables.h"

namespace hearsay {

// Rows are written with ';' for tabs.
inline TableText testing_table(const std::string& name, std::string text) {
  for (char& c : text) {
    if (c == ';') c = '\t';
  }
  return {name + ".tsv", std::move(text)};
}

inline Tables testing_tables() {
  const std::pair<const char*, const char*> texts[] = {
      {"common_words", "word\nwhite\n"},
      {"countries",
       "key;name;other_names;demonyms\n"
       "england;England;;English\nspain;Spain;España;Spanish|Spaniard\n"},
      {"competitions",
       "key;name;other_names;context_names;country;kind\n"
       "la-liga;La Liga;LaLiga;Liga;spain;league\n"},
      {"clubs",
       "key;name;official;short;nicknames;foreign;context_names;handles;city;country;"
       "league;parent;women;notability;refs\n"
       "real-madrid;Real Madrid;Real Madrid CF;;;;;;Madrid;spain;la-liga;;;99;418\n"
       "sevilla;Sevilla;Sevilla FC;;;;Nervión;;Seville;spain;la-liga;;;80;368\n"},
      {"outlets",
       "key;name;other_names;context_names;domains;handles;language;country;kind\n"
       "bbc;BBC Sport;BBC;;bbc.co.uk;BBCSport;en;england;broadcaster\n"},
      {"people",
       "key;name;other_names;short;role;organisations;handles\n"
       "jo-smith;Jo Smith;;Smith;journalist;outlet:bbc|club:sevilla;JoS\n"},
      {"players",
       "key;name;full_name;other_names;short;nicknames;born_on;nationalities;position;"
       "women;notability;refs\n"
       "ben-white;Ben White;;;White;;1997-10-08;england;defender;;80;335721\n"
       "sergio-ramos;Sergio Ramos;;;Ramos;;1986-03-30;spain;defender;;93;25557\n"},
      {"spells",
       "player;from;club;to;kind\n"
       "sergio-ramos;;sevilla;2005-08-30;\n"
       "sergio-ramos;2005-08-31;real-madrid;2021-06-30;\n"},
  };
  Tables tables;
  for (const auto& [name, text] : texts) tables.emplace(name, testing_table(name, text));
  return tables;
}

// The same as a data folder.
inline void write_testing_tables(const std::filesystem::path& data) {
  std::filesystem::create_directories(data / "knowledge");
  for (const auto& [name, table] : testing_tables()) {
    std::ofstream(data / "knowledge" / table.path, std::ios::binary) << table.bytes;
  }
}

}  // namespace hearsay
