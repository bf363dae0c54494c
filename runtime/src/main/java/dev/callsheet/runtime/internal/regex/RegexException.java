package dev.callsheet.runtime.internal.regex;

/** An expression cannot be used: it is not of ECMA-262, or cannot be evaluated in bounded time. */
public final class RegexException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final boolean isEcmaScript;

  private RegexException(String message, int offset, boolean isEcmaScript) {
    super(message);
    this.offset = offset;
    this.isEcmaScript = isEcmaScript;
  }

  /** What is written is no expression of ECMA-262. */
  static RegexException syntax(String message, int offset) {
    return new RegexException(message, offset, false);
  }

  /** The expression is one, but is not evaluated. */
  static RegexException unsupported(String message, int offset) {
    return new RegexException(message, offset, true);
  }

  /** Where in the expression, as an index of {@code char}s. */
  public int offset() {
    return offset;
  }

  /** Whether it is an expression of ECMA-262 all the same, though none that is evaluated here. */
  public boolean isEcmaScript() {
    return isEcmaScript;
  }
}
