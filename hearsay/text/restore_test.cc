#include "hearsay/text/restore.h"

#include <string_view>

#include <gtest/gtest.h>

#include "hearsay/text/testing.h"

namespace hearsay::text {
namespace {

struct Row {
  std::string_view given;
  std::string_view wanted;
};

// Around the words that matter stand enough others to show that the text is disguised.
TEST(Restore, BringsBackWhatWasWritten) {
  const Row rows[] = {
      // Һ is a capital of Cyrillic, but drawn like a small h.
      {"Rɑmos ɑnd Messi wιll Ƅe pƖɑyιng in tҺe United Stɑtes togetҺer.",
       "Ramos and Messi will be playing in the United States together."},
      {"TҺe cƖub ɑre in talкs oʋer ɑ moʋe, а teɑmmate of AlƄɑ sɑid.",
       "The club are in talks over a move, a teammate of Alba said."},
      {"He returns to LɑLιga witҺ Scott McTomιnɑy and ƖoʋeƖy Rɑмos.",
       "He returns to LaLiga with Scott McTominay and lovely Ramos."},
      {"ТНЕ СLUВ АRЕ NОТ РLАYING ТНIS SЕАSОN.", "THE CLUB ARE NOT PLAYING THIS SEASON."},
      {"ꜰʀᴏᴍ ᴛʜᴇ ᴄʟᴜʙ ᴄᴀᴍᴇ ɴᴏᴛʜɪɴɢ ɪɴ ᴛʜᴇ ɴɪɢʜᴛ, ᴛʜᴇ ᴍᴀɴᴀɢᴇʀ ꜱᴀɪᴅ.",
       "From the club came nothing in the night, the manager said."},
      {"𝐎𝐅𝐅𝐈𝐂𝐈𝐀𝐋: Ｒａｍｏｓ ｊｏｉｎｓ Ⓘⓝⓣⓔⓡ", "OFFICIAL: Ramos joins Inter"},
      {"R̶a̶m̶o̶s̶ will not come", "Ramos will not come"},
      {"Веnjаmin, оnе Суrillіс lеttеr іs еnоugh fоr hіm, is here.",
       "Benjamin, one Cyrillic letter is enough for him, is here."},
      {"Іn 2О23 thе сlub pаіd 1ОО mіllіоn fоr thе рlауеr.",
       "In 2023 the club paid 100 million for the player."},
  };
  for (const Row& row : rows) EXPECT_EQ(restored(row.given), row.wanted);
}

TEST(Restore, ReadsWhatTheTableDoesNotListWhenTheTextIsDisguised) {
  // ⵙ stands for o in words that leave no doubt.
  EXPECT_EQ(
      restored("Тhе рlауеrs ⵙf thе сlub: nⵙbⵙdу knⵙws hⵙw gⵙⵙd thе fⵙⵙtbаll wаs bеfⵙrе."),
      "The players of the club: nobody knows how good the football was before.");
}

TEST(Restore, LeavesOtherScriptsAndLanguagesAlone) {
  // NOLINTBEGIN(bugprone-suspicious-missing-comma): long lines are in two parts
  const std::string_view rows[] = {
      "Σάκης met Дзюба and Łukasz Fabiański in İstanbul; Gündoğan, Phạm and N’Golo came "
      "too.",
      "Barcelona (Catalan: [bəɾsəˈlonə]) and Madrid (/məˈdɹɪd/) play on Sunday.",
      "Ο Σάκης Ρουβάς δεν πήγε στην Inter Miami, είπε ο Lionel Messi στο Sky Sports.",
      "Серхио Рамос не перешёл в Inter Miami, сообщает AS. Он остался без клуба, и это "
      "всё.",
      "Серхіо Рамос їде до Inter Miami, пише Marca. Ще є питання щодо зарплати.",
      "Серхио Рамос няма да играе за Inter Miami, съобщава Sport. Договорът изтича.",
      "Серхио Рамос неће играти за Inter Miami, јавља Sport. Уговор му истиче ових дана.",
      "Gündoğan'ın sözleşmesi bitiyor; Beşiktaş ve Fenerbahçe ile görüşüyor, İstanbul'a "
      "gelecek.",
      "Łukasz Fabiański odejdzie z West Hamu, gdy skończy się jego kontrakt, pisze "
      "Sport.",
      "Phạm Tuấn Hải không đến Inter Miami, theo báo AS. Anh ấy còn hợp đồng với Hà Nội.",
      "Echipa lui Messi și-a găsit un fundaș; înțelegerea va fi anunțată mâine în "
      "București.",
      "Gylfi Þór Sigurðsson fer ekki til Inter Miami, sagði hann við blaðamenn í gær.",
      "Səfər Mirzə “Qarabağ”dan Inter Miami klubuna keçmir, xəbərini Sport yaydı.",
      "Das Gespräch über Özil führt Müller in München; für Köln wäre es günstig.",
      "O São Paulo não irá contratar Sérgio Ramos, diz a imprensa; há só uma opção.",
      "#InterMiamiCF @ChelseaFC £45m €1.5m 50% 3–4 ½ m² 1ˢᵗ ™ ℹ️ 1️⃣ "
      "👨‍👩‍👧 "
      "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇪🇸🇺🇸 ✅",
      "let μ = 5 and ΔE = α·β; the π of the Ω",
      "می‌خواهم",
      "Ɗan wasan ƙwallon ƙafa Messi ya koma Inter Miami, in ji jaridar ƙasar Spain; "
      "ɓangaren ƙungiya.",
      "レアル・マドリードのセルヒオ・ラモス 口座 千葉",
  };
  // NOLINTEND(bugprone-suspicious-missing-comma)
  for (const std::string_view row : rows) EXPECT_EQ(restored(row), row);
}

TEST(Restore, KeepsTheNamesOfADisguisedText) {
  EXPECT_EQ(
      restored("Тhе mаnаgеr оf thе сlub sауs thаt Gündoğan аnd Mbappé wіll nоt соmе."),
      "The manager of the club says that Gündoğan and Mbappé will not come.");
}

TEST(Restore, TakesMarksForADisguiseOnlyInATextFullOfThem) {
  EXPECT_EQ(
      restored("Ṫhė płayer ẁill ļeave ťhe ćlub ńext śummer, ẗhe mänager śaid yësterday."),
      "The player will leave the club next summer, the manager said yesterday.");
  EXPECT_EQ(
      restored("The manager Müller said that Özil will leave the club next summer."),
      "The manager Müller said that Özil will leave the club next summer.");
}

}  // namespace
}  // namespace hearsay::text
