package dev.callsheet.generator.java;

/**
 * A file that was generated.
 *
 * @param path from the root of the files, with {@code /} between its parts
 * @param content the whole text, with {@code \n} at the end of every line
 */
public record GeneratedFile(String path, String content) {
  /** Whether it is for the compiler; if not, it is a resource of the same project. */
  public boolean isSource() {
    return path.endsWith(".java");
  }
}
