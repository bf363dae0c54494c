package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import java.util.List;

/** A statement that sets a property from the builder of something around it. */
final class NestedSetter {
  private final List<RecordProperty> properties;
  private final String valueVariable;

  /**
   * @param way the properties to go through, from the outside in, and the one to set
   * @param value the variable that holds the value
   */
  NestedSetter(List<RecordProperty> way, String value) {
    this.properties = way;
    this.valueVariable = value;
  }

  /** From a builder in a variable: {@code builder.inputs(inputs -> inputs.video(video))}. */
  CodeBlock statement(String builder) {
    return call(builder, 0, new UniqueNames(List.of(valueVariable, builder)));
  }

  private CodeBlock call(String receiver, int step, UniqueNames scope) {
    String method = properties.get(step).name();
    if (step == properties.size() - 1) {
      return CodeBlock.of("$N.$N($N)", receiver, method, valueVariable);
    }
    String parts = scope.allocate(method, method + "Builder");
    return CodeBlock.of("$N.$N($Z$N -> $L)", receiver, method, parts, call(parts, step + 1, scope));
  }
}
