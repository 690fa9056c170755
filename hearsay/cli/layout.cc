// A line is wrapped word by word; a word may have several styles ("«Sergio» Ramos’s"), so
// it is a line of its own, with the blank that stood before it.

#include "hearsay/cli/layout.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "hearsay/cli/display_width.h"

namespace hearsay::cli {
namespace {

struct Word {
  Line line;
  Piece blank;  // before it; empty at the start
};

std::vector<Word> words_of(const Line& line) {
  std::vector<Word> words(1);
  for (const Piece& each : line) {
    std::size_t at = 0;
    while (at < each.text.size()) {
      if (each.text[at] == ' ') {
        words.push_back({{}, {" ", each.style}});
        ++at;
        continue;
      }
      const std::size_t end = std::min(each.text.find(' ', at), each.text.size());
      words.back().line.push_back({each.text.substr(at, end - at), each.style});
      at = end;
    }
  }
  std::erase_if(words, [](const Word& word) { return word.line.empty(); });
  return words;
}

// Takes clusters from the front of `word` while they fit, at least one.
Line take(Line& word, std::size_t columns) {
  Line taken;
  std::size_t width = 0;
  while (!word.empty()) {
    Piece& front = word.front();
    std::size_t at = 0;
    while (at < front.text.size()) {
      const Cluster cluster = cluster_at(front.text, at);
      if (width + cluster.columns > columns && width > 0) break;
      width += cluster.columns;
      at += cluster.bytes;
    }
    if (at > 0) taken.push_back({front.text.substr(0, at), front.style});
    if (at < front.text.size()) {
      front.text.erase(0, at);
      break;
    }
    word.erase(word.begin());
  }
  return taken;
}

// A line made longer word by word; neighbours of one style become one piece.
void extend(Line& line, const Line& word) {
  for (const Piece& each : word) {
    if (!line.empty() && line.back().style == each.style) {
      line.back().text += each.text;
    } else {
      line.push_back(each);
    }
  }
}

}  // namespace

// Blanks at the ends are kept, one each: a piece may stand before or behind another.
Piece piece(std::string_view text, Style style) {
  std::string shown = printable(text);
  if (shown.empty()) return {text.empty() ? "" : " ", style};
  if (text.front() == ' ') shown.insert(0, 1, ' ');
  if (text.back() == ' ') shown += ' ';
  return {std::move(shown), style};
}

std::size_t display_width(const Line& line) {
  return std::accumulate(
      line.begin(), line.end(), std::size_t{0},
      [](std::size_t sum, const Piece& each) { return sum + display_width(each.text); });
}

Line fit(const Line& line, std::size_t columns, const Terminal& terminal) {
  if (display_width(line) <= columns) return line;
  const std::string_view ellipsis = signs(terminal).ellipsis;
  const std::size_t mark = display_width(ellipsis);
  Line out;
  std::size_t width = 0;
  for (const Piece& each : line) {
    const std::size_t columns_here = display_width(each.text);
    if (width + columns_here + mark > columns) {
      // The whole line does not fit, so this piece ends it even if it would just fit.
      std::string cut = fit(each.text + std::string(ellipsis), columns - width, ellipsis);
      out.push_back({std::move(cut), each.style});
      return out;
    }
    out.push_back(each);
    width += columns_here;
  }
  return out;
}

Line pad(Line line, std::size_t columns, Align align) {
  const std::size_t width = display_width(line);
  if (width >= columns) return line;
  Piece blanks{std::string(columns - width, ' '), Style::kPlain};
  line.insert(align == Align::kLeft ? line.end() : line.begin(), std::move(blanks));
  return line;
}

std::vector<Line> wrap(const Line& line, std::size_t columns) {
  std::vector<Line> lines(1);
  std::size_t width = 0;
  for (Word& word : words_of(line)) {
    std::size_t word_width = display_width(word.line);
    if (width > 0 && width + 1 + word_width > columns) {
      lines.emplace_back();
      width = 0;
    }
    while (word_width > columns && width == 0) {
      extend(lines.back(), take(word.line, columns));
      lines.emplace_back();
      word_width = display_width(word.line);
    }
    if (width > 0) extend(lines.back(), {word.blank});
    extend(lines.back(), word.line);
    width += word_width + (width > 0 ? 1 : 0);
  }
  if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string render(const Line& line, const Terminal& terminal) {
  Line trimmed = line;
  while (!trimmed.empty()) {
    std::string& text = trimmed.back().text;
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) break;
    trimmed.pop_back();
  }
  std::string out;
  for (const Piece& each : trimmed) out += styled(each.text, each.style, terminal);
  return out;
}

std::string paragraph(const Line& line, std::size_t indent, const Terminal& terminal) {
  const std::size_t room = terminal.width > indent + 20 ? terminal.width - indent : 20;
  std::string out;
  for (const Line& each : wrap(line, room)) {
    out.append(indent, ' ').append(render(each, terminal)).append("\n");
  }
  return out;
}

Line& append(Line& line, const Line& other) {
  line.insert(line.end(), other.begin(), other.end());
  return line;
}

Line& join(Line& line, const Line& other, const Terminal& terminal) {
  if (other.empty()) return line;
  if (!line.empty()) {
    line.push_back({" " + std::string(signs(terminal).dot) + " ", Style::kDim});
  }
  return append(line, other);
}

}  // namespace hearsay::cli
