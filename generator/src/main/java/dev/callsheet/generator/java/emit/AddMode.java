package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.prose.ParameterProse;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.generator.java.type.Sizes;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The entry point of a mode: takes what makes a request one of it, and gives the builder. */
final class AddMode {
  private final JavaModel model;
  private final Mode mode;
  private final Scope names;

  AddMode(JavaModel model, Mode mode, Scope names) {
    this.model = model;
    this.mode = mode;
    this.names = names;
  }

  void to(TypeSpec.Builder entry) {
    String name = names.take(Identifiers.member(mode.name()));
    List<Given> given = given();
    entry.addMethod(method(name, given, false));
    if (given.size() == 1 && given.get(0).items() != null) {
      entry.addMethod(method(name, given, true));
    }
  }

  /** A value that the mode's caller gives, and the code that sets it. */
  private record Given(
      String name, TypeName type, @Nullable TypeName items, String doc, CodeBlock setting) {}

  private List<Given> given() {
    List<Given> given = new ArrayList<>();
    Scope parameters = new Scope();
    @Nullable Sizes sizes = model.sizes();
    List<Path> open = new ArrayList<>(mode.provides());
    if (sizes != null && open.containsAll(List.of(path(sizes.width()), path(sizes.height())))) {
      open.removeAll(List.of(path(sizes.width()), path(sizes.height())));
      String name = parameters.take("size");
      CodeBlock setting =
          CodeBlock.of(
              ".$1N($3N.width()).$2N($3N.height())",
              sizes.width().name(),
              sizes.height().name(),
              name);
      given.add(new Given(name, sizes.name(), null, "the size to make", setting));
    }
    for (Path path : open) {
      of(path, parameters).ifPresent(given::add);
    }
    return given;
  }

  /** What a path is set with; empty for one that leads into a list. */
  private Optional<Given> of(Path path, Scope parameters) {
    List<Property> way = new ArrayList<>();
    Structure owner = model.request();
    for (Path.Step step : path.steps()) {
      Optional<Property> next =
          owner != null && step instanceof Path.Step.Member member
              ? owner.property(member.name())
              : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      way.add(next.get());
      owner = next.get().type() instanceof Structure part ? part : null;
    }
    Property last = way.get(way.size() - 1);
    String name = parameters.take(last.name());
    TypeName items = last.type() instanceof ListOf list ? list.items().name() : null;
    return Optional.of(
        new Given(
            name, last.type().name(), items, ParameterProse.of(last.parameter()), set(way, name)));
  }

  private static CodeBlock set(List<Property> way, String value) {
    Scope lambda = new Scope(List.of(value));
    CodeBlock code = CodeBlock.of("$N($N)", way.get(way.size() - 1).name(), value);
    for (int i = way.size() - 2; i >= 0; i--) {
      String parts = lambda.take(way.get(i).name());
      code = CodeBlock.of("$N($L -> $L.$L)", way.get(i).name(), parts, parts, code);
    }
    return CodeBlock.of(".$L", code);
  }

  private MethodSpec method(String name, List<Given> given, boolean asArray) {
    Javadoc javadoc = Javadoc.at(1);
    String description = Markup.of(mode.description());
    javadoc.paragraph(
        description.isEmpty() ? "A request in mode " + Markup.of(mode.name()) + "." : description);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(model.request().builder());
    CodeBlock.Builder settings = CodeBlock.builder();
    for (Given each : given) {
      javadoc.tag("param", each.name() + " " + each.doc());
      TypeName items = each.items();
      if (asArray && items != null) {
        method.addParameter(ParameterSpec.builder(ArrayTypeName.of(items), each.name()).build());
      } else {
        method.addParameter(each.type(), each.name());
      }
      settings.add(each.setting());
    }
    method.addJavadoc(javadoc.toCode());
    if (asArray) {
      return method
          .varargs()
          .addStatement("return $N($T.of($N))", name, List.class, given.get(0).name())
          .build();
    }
    return method.addStatement("return request()$L", settings.build()).build();
  }

  private static Path path(Property property) {
    return property.parameter().path();
  }
}
