package dev.callsheet.generator.java;

/**
 * A source file that was generated.
 *
 * @param path from the root of the sources, with {@code /} between its parts
 * @param content the whole text, with {@code \n} at the end of every line
 */
public record GeneratedFile(String path, String content) {}
