package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.type.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The form that all judging methods of a checker have. */
final class Methods {
  private static final int CHUNK = 72;
  private static final Set<String> TAKEN =
      Set.of("all", "each", "form", "found", "given", "inner", "parent", "request");

  private Methods() {}

  /** Judges a value at a place counted by {@code indexes}, and hands on what was found. */
  static MethodSpec.Builder judging(String name, Site value, List<String> indexes) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeTypes.VIOLATIONS)
            .addParameter(value.type().name(), value.code().toString());
    indexes.forEach(index -> method.addParameter(int.class, index));
    return method.addParameter(RuntimeTypes.VIOLATIONS, "found");
  }

  /** A local variable's name that nothing else around it has. */
  static String local(String name, List<String> indexes, String... others) {
    Scope scope = new Scope(TAKEN);
    indexes.forEach(scope::take);
    List.of(others).forEach(scope::take);
    String member = Identifiers.member(name);
    return Pointer.isIndex(member)
        ? scope.take(member + "Value")
        : scope.take(member, member + "Value");
  }

  /** A text as a literal; a long one as several, broken between words. */
  static CodeBlock text(String text) {
    List<CodeBlock> chunks = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    for (String word : text.split("(?= )", -1)) {
      if (chunk.length() > 0 && chunk.length() + word.length() > CHUNK) {
        chunks.add(Literals.text(chunk.toString()));
        chunk.setLength(0);
      }
      chunk.append(word);
    }
    chunks.add(Literals.text(chunk.toString()));
    return chunks.size() == 1
        ? chunks.get(0)
        : CodeBlock.of(
            "$L$>$>\n+ $L$<$<",
            chunks.get(0),
            chunks.subList(1, chunks.size()).stream().collect(CodeBlock.joining("\n+ ")));
  }
}
