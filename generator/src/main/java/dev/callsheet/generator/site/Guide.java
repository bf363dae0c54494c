package dev.callsheet.generator.site;

import java.util.List;

/**
 * A guide: a page of the site that somebody has written.
 *
 * @param path of its file below the folder of guides, with {@code /} between its parts
 * @param title its first heading; the name of its file where it has none
 * @param summary its first paragraph as plain text; may be empty
 * @param headings of its sections
 * @param markdown as it was written
 * @param body the page in HTML; links lead to pages of the site
 * @param linkedFiles other files of the folder that it shows or leads to
 */
record Guide(
    String path,
    String title,
    String summary,
    List<Heading> headings,
    String markdown,
    String body,
    List<String> linkedFiles) {

  /** A heading, and its name for links. */
  record Heading(int level, String id, String text) {}

  /** Where its page is, from the root of the site. */
  String address() {
    return Guides.FOLDER + page(path);
  }

  /** The way from the folder of a file back to where its path begins. */
  static String up(String path) {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }

  /** Where the page of a Markdown file is, beside the file. */
  static String page(String path) {
    return path.substring(0, path.length() - ".md".length()) + ".html";
  }

  /** The folder that it lies in, below the folder of guides; empty for that itself. */
  String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Where the style sheet and the other pages are. */
  String root() {
    return up(address());
  }

  /** The file as it was written, beside the page. */
  String markdownName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The sections, for a table of contents. */
  List<Heading> sections() {
    return headings.stream().filter(heading -> heading.level() == 2).toList();
  }
}
