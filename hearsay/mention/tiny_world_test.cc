// The tables of the tiny world, as docs/formats/knowledge.md describes them; ';' stands
// for the tab. The word lists are the real ones.

#include "hearsay/mention/tiny_world_test.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "hearsay/mention/find.h"

namespace hearsay::mention {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCommonWords = R"(word
city
forest
inter
real
rice
sport
sporting
united
villa
will
young
)";

constexpr std::string_view kCountries = R"(key;name;other_names;demonyms
argentina;Argentina;;Argentine|Argentinian
brazil;Brazil;;Brazilian
denmark;Denmark;;Danish|Dane
england;England;;English|Englishman
france;France;;French|Frenchman
germany;Germany;;German
italy;Italy;;Italian
jordan;Jordan;;Jordanian
norway;Norway;;Norwegian
portugal;Portugal;;Portuguese
spain;Spain;;Spanish|Spaniard
turkey;Turkey;;Turkish|Turk
united-states;United States;US;American
uruguay;Uruguay;;Uruguayan
)";

constexpr std::string_view kCompetitions =
    R"(key;name;other_names;context_names;country;kind
bundesliga;Bundesliga;;;germany;league
la-liga;La Liga;LaLiga;;spain;league
ligue-1;Ligue 1;;;france;league
mls;MLS;Major League Soccer;;united-states;league
premier-league;Premier League;;;england;league
serie-a;Serie A;;;italy;league
)";

constexpr std::string_view kClubs =
    R"(key;name;official;short;nicknames;foreign;city;country;league;parent;context_names;handles;women;notability
ac-milan;AC Milan;;;Rossoneri;;Milan;italy;serie-a;;Milan;acmilan;;93
arsenal;Arsenal;;;Gunners|the Gunners;;London;england;premier-league;;;Arsenal;;95
aston-villa;Aston Villa;;;;;Birmingham;england;premier-league;;Villa;;;85
atletico-madrid;Atletico Madrid;;Atletico;;;Madrid;spain;la-liga;;Madrid;;;92
barcelona;Barcelona;FC Barcelona;Barca;Blaugrana;;Barcelona;spain;la-liga;;;FCBarcelona;;99
barcelona-b;Barcelona Atletic;;;;;Barcelona;spain;;barcelona;;;;30
birmingham-city;Birmingham City;;Birmingham;the Blues;;Birmingham;england;;;City|Blues;;;55
chelsea;Chelsea;;;the Blues;;London;england;premier-league;;Blues;ChelseaFC|CFC;;96
chelsea-women;Chelsea Women;;;;;London;england;;;;;yes;70
everton;Everton;;;the Toffees;;Liverpool;england;premier-league;;;;;84
inter-miami;Inter Miami;Inter Miami CF;Miami;;;Miami;united-states;mls;;;;;80
inter-milan;Inter Milan;Internazionale;;Nerazzurri;;Milan;italy;serie-a;;Inter;Inter;;94
lens;Lens;RC Lens;;;;Lens;france;ligue-1;;;;;70
lyon;Lyon;;;;;Lyon;france;ligue-1;;;;;85
manchester-city;Manchester City;;Man City;;;Manchester;england;premier-league;;City;;;98
manchester-united;Manchester United;;Man Utd;Red Devils;;Manchester;england;premier-league;;United;;;99
monaco;Monaco;AS Monaco;;;;Monaco;france;ligue-1;;;;;82
newcastle-united;Newcastle United;;Newcastle;Magpies|the Magpies;;Newcastle;england;premier-league;;United;;;88
nottingham-forest;Nottingham Forest;;;;;Nottingham;england;premier-league;;Forest;;;80
paris-saint-germain;Paris Saint-Germain;;PSG;;;Paris;france;ligue-1;;;;;97
real-madrid;Real Madrid;;;Los Blancos;;Madrid;spain;la-liga;;Madrid|Real;;;99
sporting-cp;Sporting CP;Sporting Lisbon;;;;Lisbon;portugal;;;Sporting;;;85
sporting-gijon;Sporting Gijon;;;;;Gijon;spain;;;Sporting;;;45
)";

constexpr std::string_view kOutlets =
    R"(key;name;other_names;context_names;domains;handles;language;country;kind
as;AS;Diario AS;AS;as.com;diarioas;es;spain;newspaper
bbc-sport;BBC Sport;;;bbc.co.uk;BBCSport;en;england;broadcaster
daily-telegraph;The Telegraph;;;telegraph.co.uk;;en;england;newspaper
marca;Marca;;;marca.com;marca;es;spain;newspaper
sport;Sport;;Sport;sport.es;;es;spain;newspaper
the-sun;The Sun;;Sun;thesun.co.uk;;en;england;newspaper
)";

constexpr std::string_view kPeople =
    R"(key;name;other_names;short;role;organisations;handles
diego-simeone;Diego Simeone;;Simeone;coach;club:atletico-madrid;
fabrizio-romano;Fabrizio Romano;;;journalist;;FabrizioRomano
jorge-mendes;Jorge Mendes;;Mendes;agent;;
mikel-arteta;Mikel Arteta;;Arteta;coach;club:arsenal;
phil-neville;Phil Neville;;Neville;coach;club:inter-miami;
)";

constexpr std::string_view kPlayers =
    R"(key;name;full_name;other_names;short;nicknames;born_on;nationalities;position;women;notability
ashley-young;Ashley Young;;;Young;;1985-07-09;england;defender;;70
cristiano-ronaldo;Cristiano Ronaldo;;;Ronaldo;CR7;1985-02-05;portugal;forward;;100
dean-henderson;Dean Henderson;;;Henderson;;1997-03-12;england;goalkeeper;;68
declan-rice;Declan Rice;;;Rice;;1999-01-14;england;midfielder;;88
erling-haaland;Erling Haaland;;Erling Braut Haaland;Haaland;;2000-07-21;norway;forward;;98
everton-soares;Everton;;;;;1996-03-22;brazil;forward;;60
goncalo-ramos;Gonçalo Ramos;;;Ramos;;2001-06-20;portugal;forward;;80
jordan-henderson;Jordan Henderson;;;Henderson;;1990-06-17;england;midfielder;;80
lionel-messi;Lionel Messi;;;Messi;;1987-06-24;argentina;forward;;100
lucas-torreira;Lucas Torreira;;;Torreira;;1996-02-11;uruguay;midfielder;;75
luis-suarez-1987;Luis Suárez;;;Suárez;;1987-01-24;uruguay;forward;;96
luis-suarez-1997;Luis Suárez;;;Suárez;;1997-12-02;;forward;;60
mateu-morey;Mateu Morey;;;Morey;;2000-03-02;spain;defender;;40
milan-skriniar;Milan Škriniar;;;Škriniar;;1995-02-11;;defender;;85
neymar;Neymar;;;;;1992-02-05;brazil;forward;;98
raheem-sterling;Raheem Sterling;;;Sterling;;1994-12-08;england;forward;;90
sam-kerr;Sam Kerr;;;Kerr;;1993-09-10;;forward;yes;85
sergio-ramos;Sergio Ramos;;;Ramos;;1986-03-30;spain;defender;;97
thomas-lemar;Thomas Lemar;;;Lemar;;1995-11-12;france;midfielder;;78
william-saliba;William Saliba;;;Saliba;;2001-03-24;france;defender;;85
)";

constexpr std::string_view kSpells = R"(player;from;club;to;kind
cristiano-ronaldo;2018-07-10;real-madrid;2018-07-10;
cristiano-ronaldo;2021-08-31;manchester-united;2022-11-22;
dean-henderson;2015-07-01;manchester-united;2023-08-31;
declan-rice;2023-07-15;arsenal;;
erling-haaland;2022-07-01;manchester-city;;
goncalo-ramos;2023-08-07;paris-saint-germain;;
lionel-messi;2004-07-01;barcelona;2021-06-30;
lionel-messi;2021-08-10;paris-saint-germain;2023-06-30;
lucas-torreira;2018-07-10;arsenal;2022-08-08;
luis-suarez-1987;2014-07-11;barcelona;2020-09-24;
luis-suarez-1987;2020-09-25;atletico-madrid;2022-06-30;
luis-suarez-1997;2023-07-01;sporting-cp;;
milan-skriniar;2017-07-07;inter-milan;2023-06-30;
neymar;2017-08-03;paris-saint-germain;2023-08-15;
raheem-sterling;2015-07-14;manchester-city;2022-07-12;
raheem-sterling;2022-07-13;chelsea;;
sam-kerr;2020-01-01;chelsea-women;;
sergio-ramos;2005-08-31;real-madrid;2021-06-30;
sergio-ramos;2021-07-08;paris-saint-germain;2023-06-30;
thomas-lemar;2015-07-01;monaco;2018-07-29;
thomas-lemar;2018-07-30;atletico-madrid;;
william-saliba;2019-07-25;arsenal;;
)";

void write_table(const fs::path& folder, const std::string& name, std::string_view rows) {
  std::string bytes(rows);
  std::ranges::replace(bytes, ';', '\t');
  std::ofstream(folder / (name + ".tsv")) << bytes;
}

fs::path write_world() {
  fs::path data =
      fs::temp_directory_path() / ("hearsay-tiny-" + std::to_string(getpid()));
  const fs::path tables = data / "knowledge";
  fs::create_directories(tables);
  write_table(tables, "common_words", kCommonWords);
  write_table(tables, "countries", kCountries);
  write_table(tables, "competitions", kCompetitions);
  write_table(tables, "clubs", kClubs);
  write_table(tables, "outlets", kOutlets);
  write_table(tables, "people", kPeople);
  write_table(tables, "players", kPlayers);
  write_table(tables, "spells", kSpells);
  fs::create_directories(data / "lang" / "en");
  fs::copy_file(fs::path(HEARSAY_SOURCE_DIR) / "data" / "lang" / "en" / "lists.tsv",
                data / "lang" / "en" / "lists.tsv", fs::copy_options::overwrite_existing);
  return data;
}

bool ends_sentence(const Text& text, std::size_t token) {
  const std::string_view sign = text.slice(text.tokens[token]);
  if (sign != "." && sign != "!" && sign != "?") return false;
  return token + 1 < text.tokens.size() && text.tokens[token + 1].space_before;
}

bool starts_line(const Text& text, std::size_t token) {
  const std::size_t before = text.tokens[token - 1].span.end;
  const std::size_t here = text.tokens[token].span.begin;
  return text.bytes.substr(before, here - before).find('\n') != std::string::npos;
}

void close_sentence(Text& text, std::uint32_t& first, std::size_t end,
                    std::uint32_t block) {
  Sentence sentence;
  sentence.first_token = first;
  sentence.end_token = static_cast<std::uint32_t>(end);
  sentence.block = block;
  sentence.span = {text.tokens[first].span.begin, text.tokens[end - 1].span.end};
  text.sentences.push_back(sentence);
  first = sentence.end_token;
}

}  // namespace

const KnowledgeBase& tiny_world() {
  static const KnowledgeBase world = [] {
    const fs::path data = write_world();
    Result<KnowledgeBase> loaded = KnowledgeBase::load(data);
    fs::remove_all(data);
    if (!loaded) {
      ADD_FAILURE() << loaded.error().message;
      std::abort();
    }
    return std::move(*loaded);
  }();
  return world;
}

Text text_of(std::string_view words) {
  Text text;
  text.bytes = words;
  text.language = "en";
  text.tokens = tokenize(words);
  std::uint32_t first = 0;
  std::uint32_t block = 0;
  for (std::size_t i = 1; i < text.tokens.size(); ++i) {
    const bool line = starts_line(text, i);
    if (line || ends_sentence(text, i - 1)) close_sentence(text, first, i, block);
    if (line) ++block;
  }
  if (!text.tokens.empty()) close_sentence(text, first, text.tokens.size(), block);
  return text;
}

std::string marked(std::string_view words, std::string_view date,
                   std::string_view title) {
  const Text text = text_of(words);
  Imprint imprint;
  imprint.published = parse_moment(date);
  if (!title.empty()) imprint.title = title;
  std::string out;
  std::size_t at = 0;
  for (const Mention& mention : find(text, imprint, tiny_world())) {
    const std::string_view written = text.slice(mention.span);
    out.append(words.substr(at, mention.span.begin - at)).append("[").append(written);
    out.append("|").append(to_string(mention.kind));
    if (mention.provisional) out.append("?");
    if (mention.name != written) out.append(":").append(mention.name);
    out.append("]");
    at = mention.span.end;
  }
  return out.append(words.substr(at));
}

}  // namespace hearsay::mention
