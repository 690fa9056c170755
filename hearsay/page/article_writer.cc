#include "hearsay/page/article_writer.h"

#include <algorithm>
#include <utility>

#include "hearsay/page/html_reference.h"

namespace hearsay::page {
namespace {

// The bytes of the white space at `at`: 1, or 2 for the unbreakable space; 0 for none.
std::size_t space_at(std::string_view page, std::size_t at) {
  if (at >= page.size()) return 0;
  const char c = page[at];
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') return 1;
  return c == '\xC2' && at + 1 < page.size() && page[at + 1] == '\xA0' ? 2 : 0;
}

// Where white space or a reference ends the text that begins at `at`.
std::size_t end_of_word(std::string_view page, std::size_t at, std::size_t end) {
  std::size_t stop = at + 1;
  while (stop < end && space_at(page, stop) == 0 && page[stop] != '&') ++stop;
  return stop;
}

}  // namespace

void ArticleWriter::begin_block(BlockKind kind, std::optional<PostSource> post) {
  if (in_block_) end_block();
  in_block_ = true;
  kind_ = kind;
  post_ = std::move(post);
  pending_ = {};
  block_begin_ = article_.bytes.size();
}

void ArticleWriter::go_to(std::size_t begin) {
  article_.map.skip(begin - at_);
  at_ = begin;
}

// Writes the white space that was held back, or the gap between two blocks.
void ArticleWriter::put_pending() {
  constexpr std::string_view kBlockGap = "\n\n";
  if (article_.bytes.size() == block_begin_) {
    if (block_begin_ > 0) {
      article_.map.replace(0, kBlockGap.size());
      article_.bytes += kBlockGap;
      block_begin_ = article_.bytes.size();
    }
  } else if (!pending_.empty()) {
    if (pending_from_page_) {
      go_to(pending_at_);
      if (page_[at_] == ' ' && pending_ == " ") {
        article_.map.copy(1);
      } else {
        article_.map.replace(pending_bytes_, pending_.size());
      }
      at_ += pending_bytes_;
    } else {
      article_.map.replace(0, pending_.size());
    }
    article_.bytes += pending_;
  }
  pending_ = {};
}

void ArticleWriter::separate(std::string_view mark) {
  if (pending_ == "\n") return;
  pending_ = mark;
  pending_from_page_ = false;
}

void ArticleWriter::add_line_end() {
  separate("\n");
}
void ArticleWriter::add_space() {
  separate(" ");
}

void ArticleWriter::hold_space(std::size_t at, std::size_t bytes) {
  if (!pending_.empty()) return;
  pending_ = " ";
  pending_from_page_ = true;
  pending_at_ = at;
  pending_bytes_ = bytes;
}

void ArticleWriter::add_html(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    if (const std::size_t bytes = space_at(page_, at)) {
      hold_space(at, bytes);
      at += bytes;
      continue;
    }
    if (page_[at] == '&') {
      at = add_reference(at, end);
      continue;
    }
    put_pending();
    go_to(at);
    std::size_t stop = end_of_word(page_, at, end);
    // One blank between two words is copied with them.
    while (stop + 1 < end && page_[stop] == ' ' && space_at(page_, stop + 1) == 0 &&
           page_[stop + 1] != '&') {
      stop = end_of_word(page_, stop + 1, end);
    }
    article_.bytes += page_.substr(at, stop - at);
    article_.map.copy(stop - at);
    at_ = stop;
    at = stop;
  }
}

std::size_t ArticleWriter::add_reference(std::size_t at, std::size_t end) {
  const Reference reference = read_reference(page_.substr(at, end - at), words_);
  if (space_at(reference.characters, 0) == reference.characters.size() &&
      reference.bytes > 0) {
    hold_space(at, reference.bytes);
    return at + reference.bytes;
  }
  put_pending();
  go_to(at);
  if (reference.bytes == 0) {
    article_.bytes += '&';
    article_.map.copy(1);
    at_ = at + 1;
    return at_;
  }
  article_.bytes += reference.characters;
  article_.map.replace(reference.bytes, reference.characters.size());
  at_ = at + reference.bytes;
  return at_;
}

void ArticleWriter::set_post(PostSource post) {
  post_ = std::move(post);
}

std::string_view ArticleWriter::block_text() const {
  return std::string_view(article_.bytes).substr(block_begin_);
}

void ArticleWriter::end_block() {
  in_block_ = false;
  pending_ = {};
  if (article_.bytes.size() == block_begin_) return;
  article_.blocks.push_back(
      {{block_begin_, article_.bytes.size()}, kind_, std::exchange(post_, std::nullopt)});
}

Article ArticleWriter::finish() {
  if (in_block_) end_block();
  return std::move(article_);
}

}  // namespace hearsay::page
