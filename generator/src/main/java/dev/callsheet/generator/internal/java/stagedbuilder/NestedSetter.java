package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import java.util.List;

/** A statement that sets a property from the builder of something around it. */
final class NestedSetter {
  private final List<RecordProperty> properties;
  private final CodeBlock value;

  /**
   * @param way the properties to go through, from the outside in, and the one to set
   * @param value the value: a variable, or what has none in it
   */
  NestedSetter(List<RecordProperty> way, CodeBlock value) {
    this.properties = way;
    this.value = value;
  }

  /**
   * From a builder in a variable: {@code builder.inputs(inputs -> inputs.video(video))}.
   *
   * @param variables all that there are around it
   */
  CodeBlock statement(String builder, List<String> variables) {
    UniqueNames scope = new UniqueNames(variables);
    scope.allocate(builder);
    return call(builder, 0, scope);
  }

  private CodeBlock call(String receiver, int step, UniqueNames scope) {
    String method = properties.get(step).name();
    if (step == properties.size() - 1) {
      return CodeBlock.of("$N.$N($L)", receiver, method, value);
    }
    String parts = scope.allocate(method, method + "Builder");
    return CodeBlock.of("$N.$N($Z$N -> $L)", receiver, method, parts, call(parts, step + 1, scope));
  }
}
