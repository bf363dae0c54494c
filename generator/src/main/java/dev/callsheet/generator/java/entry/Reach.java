package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.type.Property;
import java.util.List;

/** A statement that sets a property from the builder of something around it. */
final class Reach {
  private final List<Property> way;
  private final String value;

  /**
   * @param way the properties to go through, from the outside in, and the one to set
   * @param value the variable that holds the value
   */
  Reach(List<Property> way, String value) {
    this.way = way;
    this.value = value;
  }

  /** From a builder in a variable: {@code builder.inputs(inputs -> inputs.video(video))}. */
  CodeBlock from(String builder, int indent) {
    return call(builder, 0, new Scope(List.of(value, builder)), indent, 1);
  }

  private CodeBlock call(String receiver, int step, Scope scope, int indent, int after) {
    String method = way.get(step).name();
    if (step == way.size() - 1) {
      return CodeBlock.of("$N.$N($N)", receiver, method, value);
    }
    String parts = scope.take(method, method + "Builder");
    CodeBlock inner = call(parts, step + 1, scope, indent + 8, after + 1);
    CodeBlock lambda = CodeBlock.of("$N -> $L", parts, inner);
    CodeBlock flat = CodeBlock.of("$N.$N($L)", receiver, method, lambda);
    if (Wrapped.fits(flat, indent, after)) {
      return flat;
    }
    CodeBlock broken =
        Wrapped.fits(lambda, indent + 4, after + 1)
            ? lambda
            : CodeBlock.of("$N ->\n$>$>$L$<$<", parts, inner);
    return step == 0
        ? CodeBlock.of("$N.$N(\n$L)", receiver, method, broken)
        : CodeBlock.of("$N.$N(\n$>$>$L$<$<)", receiver, method, broken);
  }
}
