package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The form that all check methods of a checker have. */
final class CheckMethods {
  private static final int MAX_TEXT_LENGTH = 72;
  private static final Set<String> RESERVED_NAMES =
      Set.of("all", "each", "form", "violations", "provided", "inner", "parent", "request");

  private CheckMethods() {}

  /**
   * A method that checks a value at a place with these index variables: it takes the violations
   * found so far and returns them, with its own.
   */
  static MethodSpec.Builder checkMethod(
      String name, JavaType type, String parameter, List<String> indexes) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeTypes.VIOLATIONS)
            .addParameter(type.name(), parameter);
    indexes.forEach(index -> method.addParameter(PointerExpression.typeOf(index), index));
    return method.addParameter(RuntimeTypes.VIOLATIONS, "violations");
  }

  /** A local variable's name that nothing else around it has. */
  static String localName(String name, List<String> indexes, String... others) {
    UniqueNames scope = new UniqueNames(RESERVED_NAMES);
    indexes.forEach(scope::allocate);
    List.of(others).forEach(scope::allocate);
    String member = Identifiers.memberName(name);
    return PointerExpression.isIndexVariable(member)
        ? scope.allocate(member + "Value")
        : scope.allocate(member, member + "Value");
  }

  /** A text as a literal; a long one as several, broken between words. */
  static CodeBlock wrappedText(String text) {
    List<CodeBlock> chunks = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    for (String word : text.split("(?= )", -1)) {
      if (chunk.length() > 0 && chunk.length() + word.length() > MAX_TEXT_LENGTH) {
        chunks.add(JavaLiterals.text(chunk.toString()));
        chunk.setLength(0);
      }
      chunk.append(word);
    }
    chunks.add(JavaLiterals.text(chunk.toString()));
    return chunks.size() == 1
        ? chunks.get(0)
        : CodeBlock.of(
            "$L$>$>\n+ $L$<$<",
            chunks.get(0),
            chunks.subList(1, chunks.size()).stream().collect(CodeBlock.joining("\n+ ")));
  }
}
