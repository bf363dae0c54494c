package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters that rules speak of a request provides: a bit for each, all found in one walk.
 * Past as many as a {@code long} has, parameters go without one.
 */
final class Given {
  private final Structure request;
  private final Scope constants;
  private final Map<Path, String> bits = new LinkedHashMap<>();

  /** Constants take their names from {@code constants}. */
  Given(Structure request, Scope constants) {
    this.request = request;
    this.constants = constants;
  }

  /** Whether a parameter of the task is provided; empty where there is no bit for it. */
  Optional<Condition> has(Path path) {
    @Nullable String known = bits.get(path);
    if (known == null && bits.size() < Long.SIZE && isReached(path)) {
      known =
          constants.take(
              Identifiers.constant(path.lastName(), "PARAMETER"),
              Identifiers.constant(path.toString(), "PARAMETER"));
      bits.put(path, known);
    }
    return Optional.ofNullable(known)
        .map(bit -> Condition.atom(CodeBlock.of("has(given, $N)", bit)));
  }

  /** A constant for each bit. */
  List<FieldSpec> toFields() {
    List<FieldSpec> fields = new ArrayList<>();
    for (String name : bits.values()) {
      fields.add(
          FieldSpec.builder(long.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("1L << $L", fields.size())
              .build());
    }
    return fields;
  }

  /** The method that finds all bits, and the one that looks one up; none when there are no bits. */
  List<MethodSpec> toMethods() {
    if (bits.isEmpty()) {
      return List.of();
    }
    MethodSpec.Builder given =
        MethodSpec.methodBuilder("given")
            .addJavadoc(
                Javadoc.at(1)
                    .paragraph("The parameters that rules speak of and that are provided, as bits.")
                    .toCode())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(long.class)
            .addParameter(request.name(), "request")
            .addStatement("long given = 0");
    collect(given, request, "request", new Scope(List.of("given", "request")), 4);
    MethodSpec has =
        MethodSpec.methodBuilder("has")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(boolean.class)
            .addParameter(long.class, "given")
            .addParameter(long.class, "parameter")
            .addStatement("return (given & parameter) != 0")
            .build();
    return List.of(given.addStatement("return given").build(), has);
  }

  private void collect(
      MethodSpec.Builder method, Structure owner, String variable, Scope locals, int indent) {
    for (Property property : owner.properties()) {
      Path path = property.parameter().path();
      @Nullable String bit = bits.get(path);
      if (bit != null) {
        CodeBlock found = CodeBlock.of("$N.$N() == null ? 0 : $N", variable, property.name(), bit);
        boolean fits = Wrapped.fits(found, indent + "given |= ".length(), 1);
        method.addStatement(fits ? "given |= $L" : "given |=\n$L", found);
      }
      if (property.type() instanceof Structure part && isAbove(path)) {
        String local = locals.take(property.name(), property.name() + "Parts");
        method
            .addStatement("$T $N = $N.$N()", part.name(), local, variable, property.name())
            .beginControlFlow("if ($N != null)", local);
        collect(method, part, local, locals, indent + 2);
        method.endControlFlow();
      }
    }
  }

  private boolean isAbove(Path path) {
    int depth = path.steps().size();
    return bits.keySet().stream()
        .anyMatch(
            bit ->
                bit.steps().size() > depth && bit.steps().subList(0, depth).equals(path.steps()));
  }

  /** Whether a path leads through objects alone to something that has a value to choose. */
  private boolean isReached(Path path) {
    @Nullable Structure owner = request;
    @Nullable Property last = null;
    for (Path.Step step : path.steps()) {
      last =
          owner != null && step instanceof Path.Step.Member member
              ? owner.property(member.name()).orElse(null)
              : null;
      if (last == null || !last.parameter().path().equals(prefix(path, last))) {
        return false;
      }
      owner = last.type() instanceof Structure part ? part : null;
    }
    return last != null;
  }

  private static Path prefix(Path path, Property property) {
    int depth = property.parameter().path().steps().size();
    return new Path(path.steps().subList(0, Math.min(depth, path.steps().size())));
  }
}
