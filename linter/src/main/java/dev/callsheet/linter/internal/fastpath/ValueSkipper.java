package dev.callsheet.linter.internal.fastpath;

/** Reads values that need no validation but that they are JSON. */
final class ValueSkipper {
  /** The greatest depth of nested objects and lists. */
  static final int MAX_DEPTH = 500;

  private static final Utf8NameTable NO_NAMES = new Utf8NameTable(java.util.List.of());

  private final JsonScanner in;
  private final StringToken text;

  /** {@code text} is overwritten by the strings that are skipped. */
  ValueSkipper(JsonScanner in, StringToken text) {
    this.in = in;
    this.text = text;
  }

  /** Reads a value that is nested in {@code depth} objects and lists. */
  void skipValue(int depth) {
    switch (in.peekAfterWhitespace()) {
      case '{' -> skipObject(depth + 1);
      case '[' -> skipList(depth + 1);
      case '"' -> in.readString(text);
      default -> skipScalar();
    }
  }

  /** Reads a number, {@code true}, {@code false} or {@code null}. */
  private void skipScalar() {
    switch (in.peekAfterWhitespace()) {
      case 't' -> in.readLiteral("true");
      case 'f' -> in.readLiteral("false");
      case 'n' -> in.readLiteral("null");
      default -> in.readNumber();
    }
  }

  private void skipObject(int depth) {
    enter(depth);
    if (in.peekAfterWhitespace() == '}') {
      in.position++;
      return;
    }
    do {
      in.readName(NO_NAMES, text);
      skipValue(depth);
    } while (in.consumeSeparator('}'));
  }

  private void skipList(int depth) {
    enter(depth);
    if (in.peekAfterWhitespace() == ']') {
      in.position++;
      return;
    }
    do {
      skipValue(depth);
    } while (in.consumeSeparator(']'));
  }

  private void enter(int depth) {
    if (depth > MAX_DEPTH) {
      throw new FastPathBailout();
    }
    in.position++;
  }
}
