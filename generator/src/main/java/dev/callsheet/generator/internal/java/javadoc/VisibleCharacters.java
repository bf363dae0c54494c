package dev.callsheet.generator.internal.java.javadoc;

/** Tells characters that a reader sees from marks that only change how others are shown. */
public final class VisibleCharacters {
  private VisibleCharacters() {}

  /** Whether a code point can be seen where it stands, or is a space. */
  public static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
