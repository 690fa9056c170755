#include "hearsay/text/language.h"

#include <string_view>

#include <gtest/gtest.h>

namespace hearsay::text {
namespace {

struct Row {
  std::string_view text;
  std::string_view language;
};

TEST(Languages, AreToldByTheirCommonWords) {
  const auto languages = Languages::load(HEARSAY_SOURCE_DIR "/data/lang");
  ASSERT_TRUE(languages) << languages.error().message;
  const Row rows[] = {
      {"The club have agreed to sell him, and he will be in Spain on Monday.", "en"},
      {"El club ha llegado a un acuerdo con los dueños y el jugador estará en Madrid.",
       "es"},
      {"O clube não quer vender o jogador, mas ele já disse que vai embora do Porto.",
       "pt"},
      {"Der Verein will den Spieler nicht verkaufen, aber er wird im Sommer gehen.",
       "de"},
      {"Le club ne veut pas vendre le joueur, mais il est prêt à partir dans les jours.",
       "fr"},
      {"Il club non vuole vendere il giocatore, ma lui è pronto per la nuova squadra.",
       "it"},
      {"De club wil de speler niet verkopen, maar hij is klaar om te gaan naar het "
       "zuiden.",
       "nl"},
      {"Kulüp oyuncuyu satmak için bir teklif bekliyor ve bu yaz çok sonra değil.", "tr"},
      {"Клуб не хочет продавать его, но он уже сказал, что это всё.", "ru"},
      {"Ο σύλλογος δεν θέλει να τον πουλήσει, αλλά είναι έτοιμος για την φυγή.", "el"},
      {"Sergio Ramos, Lionel Messi, Jordi Alba", "und"},
      {"", "und"},
      {"12345 !!!", "und"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(languages->detect(row.text), row.language) << row.text;
}

}  // namespace
}  // namespace hearsay::text
