package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.ParameterDocumentation;
import dev.callsheet.generator.internal.java.naming.EnglishNouns;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.generator.internal.java.type.NullRemoval;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import dev.callsheet.spec.validation.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method for each parameter that has more demanded of it than its Java type can say. */
final class ParameterCheckMethods {
  private final UniqueNames uniqueNames;
  private final FacetConditions facetConditions;
  private final List<MethodSpec> methods = new ArrayList<>();

  ParameterCheckMethods(UniqueNames names, FacetConditions facets) {
    this.uniqueNames = names;
    this.facetConditions = facets;
  }

  /** All methods, a parameter's before those of its parts. */
  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /** Makes the methods for an object's members; gives the calls to make, in order. */
  List<CodeBlock> addMemberChecks(RecordType type, String owner, PointerExpression at) {
    List<CodeBlock> calls = new ArrayList<>();
    for (RecordProperty property : type.properties()) {
      addMemberCheck(type, property, owner, at).ifPresent(calls::add);
    }
    return calls;
  }

  private Optional<CodeBlock> addMemberCheck(
      RecordType type, RecordProperty property, String owner, PointerExpression at) {
    Parameter parameter = property.parameter();
    String name = methodName(property.name(), type);
    String local = CheckMethods.localName(property.name(), at.indexVariables(), owner);
    int slot = methods.size();
    Optional<CodeBlock> body =
        valueCheck(
            name,
            new LocalVariable(local, owner),
            property.type(),
            parameter.shape(),
            parameter,
            at.member(property.jsonName()));
    boolean isThere = property.equals(type.identityProperty()) || property.isAlwaysSet();
    boolean isNeeded = parameter.required() && !isThere;
    if (body.isEmpty() && !isNeeded) {
      return Optional.empty();
    }
    CodeBlock absent = isNeeded ? missingViolation(property, at) : CodeBlock.of("violations");
    MethodSpec.Builder method =
        CheckMethods.checkMethod(name, type, owner, at.indexVariables())
            .addJavadoc(
                JavadocComment.at(1)
                    .paragraph(ParameterDocumentation.namedConstraints(parameter))
                    .toCodeBlock());
    if (body.isEmpty()) {
      method
          .beginControlFlow("if ($L.$N() == null)", owner, property.name())
          .addStatement("return $L", absent)
          .endControlFlow()
          .addStatement("return violations");
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

  private static CodeBlock missingViolation(RecordProperty property, PointerExpression at) {
    return CodeBlock.of(
        "violations.missingParameter($L,$W$L,$W$L)",
        at.code(),
        JavaLiterals.text(property.jsonName()),
        RequirementExpressions.of(requirement(property)));
  }

  private static Requirement.Description requirement(RecordProperty property) {
    Requirement.Description ofValue = Requirements.of(property.parameter().shape());
    return property.type() instanceof NullableType
        ? Requirement.anyOf(ofValue, Requirement.Type.NULL)
        : ofValue;
  }

  private static CodeBlock call(String name, String value, PointerExpression at) {
    return CodeBlock.of("all = $N($L$L, all)", name, value, indexArguments(at));
  }

  /** The arguments that say which items a place is in. */
  private static String indexArguments(PointerExpression at) {
    return at.indexVariables().stream().map(index -> ", " + index).reduce("", String::concat);
  }

  /** The statements that check a value which is there; empty when there is nothing to check. */
  private Optional<CodeBlock> valueCheck(
      String name,
      LocalVariable local,
      JavaType type,
      Shape shape,
      Parameter parameter,
      PointerExpression at) {
    if (type instanceof NullableType nullable) {
      return notNullCheck(name, local, nullable, shape, parameter, at);
    }
    return shape.accept(
        new ShapeVisitor<>() {
          @Override
          public Optional<CodeBlock> visitScalar(Shape.Scalar scalar) {
            return scalarCheck(local.name(), type, scalar.checkedFacets(), parameter, at);
          }

          /** An enum has no other values, and a boolean has other values than a constant only. */
          @Override
          public Optional<CodeBlock> visitChoice(Shape.Choice choice) {
            List<Facet> facets = List.of(new Facet.OneOf(choice.values()));
            return type instanceof JdkType plain && (plain.isNumber() || choice.isConstant())
                ? scalarCheck(local.name(), type, facets, parameter, at)
                : Optional.empty();
          }

          @Override
          public Optional<CodeBlock> visitStructure(Shape.Structure structure) {
            return Optional.of(structureCheck((RecordType) type, local.name(), at));
          }

          @Override
          public Optional<CodeBlock> visitDictionary(Shape.Dictionary dictionary) {
            return mapCheck(name, local.name(), (MapType) type, dictionary, parameter, at);
          }

          @Override
          public Optional<CodeBlock> visitSequence(Shape.Sequence sequence) {
            return listCheck(name, local.name(), (ListType) type, sequence, parameter, at);
          }

          /** Which form an object of any type was meant to have cannot be told. */
          @Override
          public Optional<CodeBlock> visitUnion(Shape.Union alternatives) {
            return type instanceof UnionType union
                ? unionCheck(name, local, union, alternatives, parameter, at)
                : Optional.empty();
          }
        });
  }

  /** Null in JSON is right; what else is there is checked. */
  private Optional<CodeBlock> notNullCheck(
      String name,
      LocalVariable local,
      NullableType type,
      Shape shape,
      Parameter parameter,
      PointerExpression at) {
    CodeBlock.Builder code = CodeBlock.builder();
    String value =
        type.isPart()
            ? local.name()
            : CheckMethods.localName(
                local.name() + "-value", at.indexVariables(), local.name(), local.ownerName());
    if (!type.isPart()) {
      code.addStatement("$T $N = $N.value()", type.value().name(), value, local.name());
    }
    return valueCheck(
            name,
            new LocalVariable(value, local.name()),
            type.value(),
            NullRemoval.withoutNull(shape),
            parameter,
            at)
        .map(
            checks ->
                code.beginControlFlow("if ($N == null)", value)
                    .addStatement("return violations")
                    .endControlFlow()
                    .add(checks)
                    .build());
  }

  private Optional<CodeBlock> mapCheck(
      String name,
      String local,
      MapType map,
      Shape.Dictionary dictionary,
      Parameter parameter,
      PointerExpression at) {
    CodeBlock.Builder checks = CodeBlock.builder();
    checks.add(
        FacetViolationStatements.forAll(
            dictionary.facets(), TypedExpression.local(map, local), at, facetConditions));
    Shape values = dictionary.values();
    PointerExpression each = at.anyMember();
    Optional<String> member =
        values == null
            ? Optional.empty()
            : addPartCheck(name + "Member", name + "Value", map.values(), values, parameter, each);
    member.ifPresent(
        method ->
            checks
                .beginControlFlow(
                    "for ($T each : $N.entrySet())",
                    ParameterizedTypeName.get(
                        ClassName.get(Map.Entry.class),
                        ClassName.get(String.class),
                        map.values().name()),
                    local)
                .addStatement(
                    "String $N = $T.escape(each.getKey())",
                    each.innermostIndex(),
                    JsonPointer.class)
                .addStatement("all = $N(each.getValue()$L, all)", method, indexArguments(each))
                .endControlFlow());
    return checks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CodeBlock.builder()
                .addStatement("$T all = violations", RuntimeTypes.VIOLATIONS)
                .add(checks.build())
                .addStatement("return all")
                .build());
  }

  private CodeBlock structureCheck(RecordType structure, String local, PointerExpression at) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> calls = addMemberChecks(structure, local, at);
    String violations = calls.isEmpty() ? "violations" : "all";
    if (!calls.isEmpty()) {
      code.addStatement("$T all = violations", RuntimeTypes.VIOLATIONS);
    }
    calls.forEach(call -> code.addStatement("$L", call));
    if (!at.indexVariables().isEmpty()) {
      code.beginControlFlow("if ($N.additional().isEmpty())", local)
          .addStatement("return $L", violations)
          .endControlFlow();
    }
    return code.addStatement(
            "return $L.unknownParameters($L,$W$N.additional())", violations, at.code(), local)
        .build();
  }

  private Optional<CodeBlock> listCheck(
      String name,
      String local,
      ListType list,
      Shape.Sequence sequence,
      Parameter parameter,
      PointerExpression at) {
    CodeBlock.Builder checks = CodeBlock.builder();
    checks.add(
        FacetViolationStatements.forAll(
            sequence.facets(), TypedExpression.local(list, local), at, facetConditions));
    PointerExpression each = at.item();
    Optional<String> item =
        addPartCheck(
            Identifiers.memberName(EnglishNouns.singular(name)),
            name + "Item",
            list.items(),
            sequence.items(),
            parameter,
            each);
    item.ifPresent(
        method ->
            checks
                .beginControlFlow(
                    "for (int $1N = 0; $1N < $2N.size(); $1N++)", each.innermostIndex(), local)
                .addStatement(
                    "all = $N($N.get($N)$L, all)",
                    method,
                    local,
                    each.innermostIndex(),
                    indexArguments(each))
                .endControlFlow());
    if (checks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        CodeBlock.builder()
            .addStatement("$T all = violations", RuntimeTypes.VIOLATIONS)
            .add(checks.build())
            .addStatement("return all")
            .build());
  }

  private Optional<CodeBlock> unionCheck(
      String name,
      LocalVariable local,
      UnionType union,
      Shape.Union alternatives,
      Parameter parameter,
      PointerExpression at) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < union.variants().size(); i++) {
      UnionVariant variant = union.variants().get(i);
      Shape shape = alternatives.alternatives().get(i).shape();
      String simple = variant.name().simpleName();
      String form =
          CheckMethods.localName(simple, at.indexVariables(), local.name(), local.ownerName());
      addPartCheck(
              Identifiers.memberName(simple), name + simple, variant.type(), shape, parameter, at)
          .ifPresent(
              method ->
                  code.beginControlFlow(
                          "if ($N instanceof $T $N)", local.name(), variant.name(), form)
                      .addStatement(
                          "return $N($N$L$L, violations)",
                          method,
                          form,
                          variant.isWrapped() ? ".value()" : "",
                          indexArguments(at))
                      .endControlFlow());
    }
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(code.addStatement("return violations").build());
  }

  /** Makes the method that checks an item of a list or a variant of a union; gives its name. */
  private Optional<String> addPartCheck(
      String name,
      String other,
      JavaType type,
      Shape shape,
      Parameter parameter,
      PointerExpression at) {
    String method = uniqueNames.allocate(name, other);
    String local = CheckMethods.localName(name, at.indexVariables(), "");
    int slot = methods.size();
    Optional<CodeBlock> body =
        valueCheck(method, new LocalVariable(local, ""), type, shape, parameter, at);
    body.ifPresent(
        code ->
            methods.add(
                slot,
                CheckMethods.checkMethod(method, type, local, at.indexVariables())
                    .addCode(code)
                    .build()));
    return body.map(code -> method);
  }

  private Optional<CodeBlock> scalarCheck(
      String local, JavaType type, List<Facet> all, Parameter parameter, PointerExpression at) {
    CodeBlock.Builder code = CodeBlock.builder();
    String unit = parameter.metadata().unit() == null ? "" : parameter.metadata().unit();
    FacetViolationStatements wrong =
        new FacetViolationStatements(
            TypedExpression.local(type, local), unit, at, facetConditions, "return violations");
    all.forEach(facet -> code.add(facet.accept(wrong)));
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(code.addStatement("return violations").build());
  }

  private String methodName(String property, RecordType owner) {
    return uniqueNames.allocate(
        property, Identifiers.memberName(owner.name().simpleName() + "-" + property));
  }
}
