#include "hearsay/page/article_writer.h"

#include <algorithm>
#include <utility>

#include "hearsay/page/html_reference.h"

namespace hearsay::page {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
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
        article_.map.replace(1, pending_.size());
      }
      ++at_;
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

void ArticleWriter::add_html(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    const char c = page_[at];
    if (is_space(c)) {
      if (pending_.empty()) {
        pending_ = " ";
        pending_from_page_ = true;
        pending_at_ = at;
      }
      ++at;
      continue;
    }
    put_pending();
    go_to(at);
    if (c == '&') {
      at = add_reference(at, end);
      continue;
    }
    std::size_t stop = at + 1;
    while (stop < end && !is_space(page_[stop]) && page_[stop] != '&') {
      ++stop;
    }
    // One blank between two words is copied with them.
    while (stop + 1 < end && page_[stop] == ' ' && !is_space(page_[stop + 1]) &&
           page_[stop + 1] != '&') {
      stop += 2;
      while (stop < end && !is_space(page_[stop]) && page_[stop] != '&') ++stop;
    }
    article_.bytes += page_.substr(at, stop - at);
    article_.map.copy(stop - at);
    at_ = stop;
    at = stop;
  }
}

std::size_t ArticleWriter::add_reference(std::size_t at, std::size_t end) {
  const Reference reference = read_reference(page_.substr(at, end - at), words_);
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
