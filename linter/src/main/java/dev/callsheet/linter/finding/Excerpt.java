package dev.callsheet.linter.finding;

/**
 * The line that a finding stands in, as far as it is worth showing: a long line is cut around the
 * place ({@code …} stands for what is left out), and the value of a secret is covered.
 *
 * @param text the line without its line break
 * @param caret how many code points of {@code text} come before the place
 */
public record Excerpt(String text, int caret) {}
