package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A method for each parameter that has more demanded of it than its Java type can say. */
final class AddParameters {
  private final TypeSpec.Builder checker;
  private final Scope names;
  private final FacetConditions facets;

  AddParameters(TypeSpec.Builder checker, Scope names, FacetConditions facets) {
    this.checker = checker;
    this.names = names;
    this.facets = facets;
  }

  /** Adds the methods for an object's members; gives the calls to make, in order. */
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
    String local = Methods.local(property.name(), at.indexes());
    if (local.equals(owner.toString())) {
      local = local + "Value";
    }
    Pointer place = at.member(property.json());
    Optional<CodeBlock> body =
        value(name, local, property.type(), parameter.shape(), parameter, place);
    boolean mustBeThere = parameter.required() && !property.json().equals("taskUUID");
    if (body.isEmpty() && !mustBeThere) {
      return Optional.empty();
    }
    MethodSpec.Builder method = Methods.judging(name, new Site(type, owner), at.indexes());
    method.addJavadoc(Javadoc.at(1).paragraph(ParameterProse.named(parameter)).toCode());
    CodeBlock missing =
        mustBeThere
            ? CodeBlock.of(
                "found.missing($L, $S, $S)",
                at.code(),
                property.json(),
                Demand.wanted(parameter, property.type()))
            : CodeBlock.of("found");
    if (body.isEmpty()) {
      method.addStatement("return $L.$N() == null ? $L : found", owner, property.name(), missing);
    } else {
      method
          .addStatement("$T $N = $L.$N()", property.type().name(), local, owner, property.name())
          .beginControlFlow("if ($N == null)", local)
          .addStatement("return $L", missing)
          .endControlFlow()
          .addCode(body.get());
    }
    checker.addMethod(method.build());
    return Optional.of(call(name, owner, at.indexes()));
  }

  private static CodeBlock call(String name, CodeBlock value, List<String> indexes) {
    String counted = indexes.isEmpty() ? "" : ", " + String.join(", ", indexes);
    return CodeBlock.of("all = $N($L$L, all)", name, value, counted);
  }

  /** The statements that judge a value which is there; empty when there is nothing to judge. */
  private Optional<CodeBlock> value(
      String name, String local, JavaType type, Shape shape, Parameter parameter, Pointer at) {
    if (type instanceof Structure structure) {
      return Optional.of(structure(structure, local, at));
    }
    if (type instanceof ListOf list && shape instanceof Shape.Sequence sequence) {
      return list(name, local, list, sequence, parameter, at);
    }
    if (type instanceof Union union && shape instanceof Shape.Union alternatives) {
      return union(name, local, union, alternatives, parameter, at);
    }
    if (type instanceof Plain && shape instanceof Shape.Scalar scalar) {
      return scalar(local, type, scalar.facets(), parameter, at);
    }
    if (type instanceof Plain && shape instanceof Shape.Choice choice && choice.isConstant()) {
      Facet only = new Facet.OneOf(choice.values());
      return scalar(local, type, List.of(only), parameter, at);
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
    if (at.indexes().isEmpty()) {
      return code.addStatement("return $L.unknown($L, $N.additional())", found, at.code(), local)
          .build();
    }
    return code.beginControlFlow("if ($N.additional().isEmpty())", local)
        .addStatement("return $L", found)
        .endControlFlow()
        .addStatement("return $L.unknown($L, $N.additional())", found, at.code(), local)
        .build();
  }

  private Optional<CodeBlock> list(
      String name,
      String local,
      ListOf list,
      Shape.Sequence sequence,
      Parameter parameter,
      Pointer at) {
    CodeBlock.Builder code = CodeBlock.builder();
    Site value = new Site(list, CodeBlock.of("$N", local));
    code.addStatement("$T all = found", RuntimeTypes.VIOLATIONS);
    boolean empty = true;
    for (Facet facet : sequence.facets()) {
      Condition holds = facets.of(value, facet);
      if (!holds.equals(Condition.TRUE)) {
        empty = false;
        code.beginControlFlow("if ($L)", holds.not().code())
            .addStatement("all = $L", wrong("all", facet, local, "", at))
            .endControlFlow();
      }
    }
    Pointer itemAt = at.item();
    Optional<CodeBlock> item = item(name, list.items(), sequence.items(), parameter, itemAt);
    if (item.isPresent()) {
      empty = false;
      code.beginControlFlow("for (int $1N = 0; $1N < $2N.size(); $1N++)", itemAt.index(), local)
          .addStatement(
              "all = $L($N.get($N), $L, all)",
              item.get(),
              local,
              itemAt.index(),
              String.join(", ", itemAt.indexes()))
          .endControlFlow();
    }
    return empty ? Optional.empty() : Optional.of(code.addStatement("return all").build());
  }

  /** The name of a method that judges an item or a form. */
  private Optional<CodeBlock> item(
      String name, JavaType type, Shape shape, Parameter parameter, Pointer at) {
    String singular = Identifiers.singular(name);
    String method = names.take(singular, name + "Item");
    String local = Methods.local(method, at.indexes());
    return value(method, local, type, shape, parameter, at)
        .map(
            body -> {
              Site value = new Site(type, CodeBlock.of("$N", local));
              checker.addMethod(Methods.judging(method, value, at.indexes()).addCode(body).build());
              return CodeBlock.of("$N", method);
            });
  }

  private Optional<CodeBlock> union(
      String name,
      String local,
      Union union,
      Shape.Union alternatives,
      Parameter parameter,
      Pointer at) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < union.variants().size(); i++) {
      Variant variant = union.variants().get(i);
      Shape shape = alternatives.alternatives().get(i).shape();
      String form = Methods.local(variant.name().simpleName(), at.indexes());
      form = form.equals(local) ? form + "Form" : form;
      boolean isHolder = variant.type() instanceof Plain || variant.type() instanceof ListOf;
      String called = name + variant.name().simpleName();
      Optional<CodeBlock> judge = item(called, variant.type(), shape, parameter, at);
      if (judge.isPresent()) {
        String counted = at.indexes().isEmpty() ? "" : ", " + String.join(", ", at.indexes());
        code.beginControlFlow("if ($N instanceof $T $N)", local, variant.name(), form)
            .addStatement(
                "return $L($N$L$L, found)", judge.get(), form, isHolder ? ".value()" : "", counted)
            .endControlFlow();
      }
    }
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(code.addStatement("return found").build());
  }

  private Optional<CodeBlock> scalar(
      String local, JavaType type, List<Facet> all, Parameter parameter, Pointer at) {
    CodeBlock.Builder code = CodeBlock.builder();
    String unit = parameter.notes().unit() == null ? "" : parameter.notes().unit();
    Site value = new Site(type, CodeBlock.of("$N", local));
    for (Facet facet : all) {
      if (facet instanceof Facet.Range range && type instanceof Plain plain && plain.isNumber()) {
        range(code, local, range, unit, at);
      } else if (!saysNothing(facet, type)) {
        Condition holds = facets.of(value, facet);
        if (!holds.equals(Condition.TRUE)) {
          code.beginControlFlow("if ($L)", holds.not().code())
              .addStatement("return $L", wrong("found", facet, local, unit, at))
              .endControlFlow();
        }
      }
    }
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(code.addStatement("return found").build());
  }

  /** Every integer is a multiple of 1. */
  private static boolean saysNothing(Facet facet, JavaType type) {
    return facet instanceof Facet.Step step
        && step.multipleOf().compareTo(BigDecimal.ONE) == 0
        && (type.equals(new Plain(Integer.class)) || type.equals(new Plain(Long.class)));
  }

  private static void range(
      CodeBlock.Builder code, String local, Facet.Range range, String unit, Pointer at) {
    if (range.minimum() != null) {
      boolean exclusive = range.minimumExclusive();
      code.beginControlFlow(
              "if ($N $L $L)", local, exclusive ? "<=" : "<", Literals.number(range.minimum()))
          .addStatement(
              "return found.wrong($Z$S,$W$L,$W$N,$W$S)",
              "out-of-range",
              at.code(),
              local,
              Demand.minimum(range.minimum(), exclusive, unit))
          .endControlFlow();
    }
    if (range.maximum() != null) {
      boolean exclusive = range.maximumExclusive();
      code.beginControlFlow(
              "if ($N $L $L)", local, exclusive ? ">=" : ">", Literals.number(range.maximum()))
          .addStatement(
              "return found.wrong($Z$S,$W$L,$W$N,$W$S)",
              "out-of-range",
              at.code(),
              local,
              Demand.maximum(range.maximum(), exclusive, unit))
          .endControlFlow();
    }
  }

  private static CodeBlock wrong(String found, Facet facet, String local, String unit, Pointer at) {
    if (facet instanceof Facet.Length length) {
      return CodeBlock.of(
          "$L.wrongLength($Z$L,$W$N,$W$S)",
          found,
          at.code(),
          local,
          Demand.bounds(length.minimum(), length.maximum()));
    }
    if (facet instanceof Facet.Items items) {
      CodeBlock rule =
          items.minimum() == null
              ? CodeBlock.of("$S", "too-many-items")
              : CodeBlock.of(
                  "$N.size() < $L ? $S : $S",
                  local,
                  items.minimum(),
                  "too-few-items",
                  "too-many-items");
      return CodeBlock.of(
          "$L.wrongCount($Z$L,$W$L,$W$N,$W$S)",
          found,
          rule,
          at.code(),
          local,
          Demand.bounds(items.minimum(), items.maximum()));
    }
    return CodeBlock.of(
        "$L.wrong($Z$S,$W$L,$W$N,$W$S)",
        found,
        Demand.rule(facet),
        at.code(),
        local,
        Demand.of(facet, unit));
  }

  private String name(String property, Structure owner) {
    String qualified = Identifiers.member(owner.name().simpleName() + "-" + property);
    return names.take(property, qualified);
  }
}
