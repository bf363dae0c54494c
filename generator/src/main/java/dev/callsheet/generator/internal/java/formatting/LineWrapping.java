package dev.callsheet.generator.internal.java.formatting;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.Pattern;

/** Code that is broken into lines the way google-java-format does it, where it does not fit. */
public final class LineWrapping {
  private static final int LINE_LENGTH = 100;
  private static final Pattern PACKAGE_PREFIX = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

  private LineWrapping() {}

  /** Whether code fits in a line that has {@code before} columns taken and needs more after it. */
  public static boolean fits(CodeBlock code, int before, int after) {
    String text = PACKAGE_PREFIX.matcher(code.toString()).replaceAll("");
    return text.indexOf('\n') < 0 && before + text.length() + after <= LINE_LENGTH;
  }

  /**
   * A call that a statement begins with: on one line, or with its arguments on the next, or with
   * each on a line of its own. JavaPoet sets those lines in by itself.
   *
   * @param indent columns before the line
   * @param head everything up to the bracket
   * @param after columns needed behind the call
   */
  public static CodeBlock call(int indent, CodeBlock head, List<CodeBlock> arguments, int after) {
    CodeBlock flat = CodeBlock.of("$L($L)", head, joined(arguments, ", "));
    return fits(flat, indent, after)
        ? flat
        : CodeBlock.of("$L$L", head, wrappedArguments(indent, arguments, after));
  }

  /** Such a call further inside a statement, whose arguments are set in from where it stands. */
  public static CodeBlock nestedCall(
      int indent, CodeBlock head, List<CodeBlock> arguments, int after) {
    CodeBlock flat = CodeBlock.of("$L($L)", head, joined(arguments, ", "));
    return fits(flat, indent, after)
        ? flat
        : CodeBlock.of("$L$>$>$L$<$<", head, wrappedArguments(indent, arguments, after));
  }

  /** {@code target = value}, the value on a line of its own where it does not fit. */
  public static CodeBlock assignment(
      int indent, String target, CodeBlock head, List<CodeBlock> arguments) {
    CodeBlock flat = CodeBlock.of("$L = $L($L)", target, head, joined(arguments, ", "));
    if (fits(flat, indent, 1)) {
      return flat;
    }
    return CodeBlock.of("$L =\n$L", target, nestedCall(indent + 4, head, arguments, 1));
  }

  private static CodeBlock wrappedArguments(int indent, List<CodeBlock> arguments, int after) {
    CodeBlock together = joined(arguments, ", ");
    return CodeBlock.of(
        "(\n$L)", fits(together, indent + 4, after + 1) ? together : joined(arguments, ",\n"));
  }

  private static CodeBlock joined(List<CodeBlock> arguments, String separator) {
    return arguments.stream().collect(CodeBlock.joining(separator));
  }
}
