package dev.callsheet.spec.lint.scan;

/** Passes over values of which nothing is known but that they are JSON. */
final class Skipping {
  /** How deep objects and lists may be nested. */
  static final int MAX_DEPTH = 500;

  private static final NameTable NO_NAMES = new NameTable(java.util.List.of());

  private final JsonScanner in;
  private final Text text;

  /** {@code text} is where it leaves what nobody wants to know. */
  Skipping(JsonScanner in, Text text) {
    this.in = in;
    this.text = text;
  }

  /** Passes over a value that stands in so many objects and lists. */
  void value(int depth) {
    switch (in.peek()) {
      case '{' -> object(depth + 1);
      case '[' -> list(depth + 1);
      case '"' -> in.string(text);
      default -> scalar();
    }
  }

  /** Passes over a number, {@code true}, {@code false} or {@code null}. */
  private void scalar() {
    switch (in.peek()) {
      case 't' -> in.literal("true");
      case 'f' -> in.literal("false");
      case 'n' -> in.literal("null");
      default -> in.number();
    }
  }

  private void object(int depth) {
    begin(depth);
    if (in.peek() == '}') {
      in.at++;
      return;
    }
    do {
      in.name(NO_NAMES, text);
      value(depth);
    } while (in.another('}'));
  }

  private void list(int depth) {
    begin(depth);
    if (in.peek() == ']') {
      in.at++;
      return;
    }
    do {
      value(depth);
    } while (in.another(']'));
  }

  private void begin(int depth) {
    if (depth > MAX_DEPTH) {
      throw new NotPlain();
    }
    in.at++;
  }
}
