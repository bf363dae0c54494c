package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.ParameterProse;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A method for each parameter that has more demanded of it than its Java type can say. */
final class AddParameters {
  private final Scope names;
  private final FacetConditions facets;
  private final List<MethodSpec> methods = new ArrayList<>();

  AddParameters(Scope names, FacetConditions facets) {
    this.names = names;
    this.facets = facets;
  }

  /** All methods, a parameter's before those of its parts. */
  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /** Makes the methods for an object's members; gives the calls to make, in order. */
  List<CodeBlock> members(Structure type, CodeBlock owner, Pointer at) {
    List<CodeBlock> calls = new ArrayList<>();
    for (Property property : type.properties()) {
      member(type, property, owner, at).ifPresent(calls::add);
    }
    return calls;
  }

  private Optional<CodeBlock> member(
      Structure type, Property property, CodeBlock owner, Pointer at) {
    Parameter parameter = property.parameter();
    String name = name(property.name(), type);
    String local = Methods.local(property.name(), at.indexes(), owner.toString());
    int slot = methods.size();
    Optional<CodeBlock> body =
        value(
            name,
            new Local(local, owner.toString()),
            property.type(),
            parameter.shape(),
            parameter,
            at.member(property.json()));
    boolean isThere = property.equals(type.ownIdentity());
    boolean isNeeded = parameter.required() && !isThere;
    if (body.isEmpty() && !isNeeded) {
      return Optional.empty();
    }
    CodeBlock absent = isNeeded ? missing(property, at) : CodeBlock.of("found");
    MethodSpec.Builder method =
        Methods.judging(name, new Site(type, owner), at.indexes())
            .addJavadoc(Javadoc.at(1).paragraph(ParameterProse.named(parameter)).toCode());
    if (body.isEmpty()) {
      method
          .beginControlFlow("if ($L.$N() == null)", owner, property.name())
          .addStatement("return $L", absent)
          .endControlFlow()
          .addStatement("return found");
    } else {
      method.addStatement("$T $N = $L.$N()", property.type().name(), local, owner, property.name());
      if (!isThere) {
        method
            .beginControlFlow("if ($N == null)", local)
            .addStatement("return $L", absent)
            .endControlFlow();
      }
      method.addCode(body.get());
    }
    methods.add(slot, method.build());
    return Optional.of(call(name, owner, at));
  }

  private static CodeBlock missing(Property property, Pointer at) {
    return Wrapped.call(
        "      return ".length(),
        CodeBlock.of("found.missing"),
        List.of(
            at.code(),
            Literals.text(property.json()),
            Methods.text(Demand.wanted(property.parameter(), property.type()))),
        1);
  }

  private static CodeBlock call(String name, CodeBlock value, Pointer at) {
    return CodeBlock.of("all = $N($L$L, all)", name, value, counted(at));
  }

  /** The arguments that say which items a place is in. */
  private static String counted(Pointer at) {
    return at.indexes().stream().map(index -> ", " + index).reduce("", String::concat);
  }

  /** The statements that judge a value which is there; empty when there is nothing to judge. */
  private Optional<CodeBlock> value(
      String name, Local local, JavaType type, Shape shape, Parameter parameter, Pointer at) {
    if (type instanceof Structure structure) {
      return Optional.of(structure(structure, local.name(), at));
    }
    if (type instanceof ListOf list && shape instanceof Shape.Sequence sequence) {
      return list(name, local.name(), list, sequence, parameter, at);
    }
    if (type instanceof Union union && shape instanceof Shape.Union alternatives) {
      return union(name, local, union, alternatives, parameter, at);
    }
    if (type instanceof Plain && shape instanceof Shape.Scalar scalar) {
      return scalar(local.name(), type, scalar.facets(), parameter, at);
    }
    if (type instanceof Plain && shape instanceof Shape.Choice choice && choice.isConstant()) {
      return scalar(local.name(), type, List.of(new Facet.OneOf(choice.values())), parameter, at);
    }
    return Optional.empty();
  }

  private CodeBlock structure(Structure structure, String local, Pointer at) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> calls = members(structure, CodeBlock.of("$N", local), at);
    String found = calls.isEmpty() ? "found" : "all";
    if (!calls.isEmpty()) {
      code.addStatement("$T all = found", RuntimeTypes.VIOLATIONS);
    }
    calls.forEach(call -> code.addStatement("$L", call));
    if (!at.indexes().isEmpty()) {
      code.beginControlFlow("if ($N.additional().isEmpty())", local)
          .addStatement("return $L", found)
          .endControlFlow();
    }
    return code.addStatement("return $L.unknown($L, $N.additional())", found, at.code(), local)
        .build();
  }

  private Optional<CodeBlock> list(
      String name,
      String local,
      ListOf list,
      Shape.Sequence sequence,
      Parameter parameter,
      Pointer at) {
    CodeBlock.Builder judged = CodeBlock.builder();
    WrongValue wrong = new WrongValue(new Site(list, CodeBlock.of("$N", local)), "", at, facets);
    sequence.facets().forEach(facet -> judged.add(wrong.unless(facet, "all = all")));
    Pointer each = at.item();
    Optional<String> item =
        part(
            Identifiers.singular(name),
            name + "Item",
            list.items(),
            sequence.items(),
            parameter,
            each);
    item.ifPresent(
        method ->
            judged
                .beginControlFlow("for (int $1N = 0; $1N < $2N.size(); $1N++)", each.index(), local)
                .addStatement(
                    "all = $N($N.get($N)$L, all)", method, local, each.index(), counted(each))
                .endControlFlow());
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        CodeBlock.builder()
            .addStatement("$T all = found", RuntimeTypes.VIOLATIONS)
            .add(judged.build())
            .addStatement("return all")
            .build());
  }

  private Optional<CodeBlock> union(
      String name,
      Local local,
      Union union,
      Shape.Union alternatives,
      Parameter parameter,
      Pointer at) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < union.variants().size(); i++) {
      Variant variant = union.variants().get(i);
      Shape shape = alternatives.alternatives().get(i).shape();
      String simple = variant.name().simpleName();
      String form = Methods.local(simple, at.indexes(), local.name(), local.owner());
      part(Identifiers.member(simple), name + simple, variant.type(), shape, parameter, at)
          .ifPresent(
              method ->
                  code.beginControlFlow(
                          "if ($N instanceof $T $N)", local.name(), variant.name(), form)
                      .addStatement(
                          "return $N($N$L$L, found)",
                          method,
                          form,
                          variant.isHeld() ? ".value()" : "",
                          counted(at))
                      .endControlFlow());
    }
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(code.addStatement("return found").build());
  }

  /** Makes the method that judges an item of a list or a form of a union; gives its name. */
  private Optional<String> part(
      String name, String other, JavaType type, Shape shape, Parameter parameter, Pointer at) {
    String method = names.take(name, other);
    String local = Methods.local(name, at.indexes(), "");
    int slot = methods.size();
    Optional<CodeBlock> body = value(method, new Local(local, ""), type, shape, parameter, at);
    body.ifPresent(
        code ->
            methods.add(
                slot,
                Methods.judging(method, new Site(type, CodeBlock.of("$N", local)), at.indexes())
                    .addCode(code)
                    .build()));
    return body.map(code -> method);
  }

  private Optional<CodeBlock> scalar(
      String local, JavaType type, List<Facet> all, Parameter parameter, Pointer at) {
    CodeBlock.Builder code = CodeBlock.builder();
    String unit = parameter.notes().unit() == null ? "" : parameter.notes().unit();
    WrongValue wrong = new WrongValue(new Site(type, CodeBlock.of("$N", local)), unit, at, facets);
    all.forEach(facet -> code.add(wrong.unless(facet, "return found")));
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(code.addStatement("return found").build());
  }

  private String name(String property, Structure owner) {
    return names.take(property, Identifiers.member(owner.name().simpleName() + "-" + property));
  }
}
