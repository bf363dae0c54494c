package dev.callsheet.generator.page;

/**
 * A way to use a model.
 *
 * @param name kebab-case
 * @param title the name as words, such as {@code Text to Video}
 * @param description may be empty
 * @param condition what makes a request one of it; empty where all others are
 */
public record ModeEntry(String name, String title, Prose description, Prose condition) {}
