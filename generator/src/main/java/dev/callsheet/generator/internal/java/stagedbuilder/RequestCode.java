package dev.callsheet.generator.internal.java.stagedbuilder;

import dev.callsheet.generator.internal.java.naming.EnglishNouns;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.generator.internal.java.type.SizeEnum;
import dev.callsheet.generator.internal.java.type.SizeEnum.SizeConstant;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The Java that puts a request together, as a user of the generated classes would write it: the
 * entry point of its mode, the stages in their order, and what else it has.
 */
public final class RequestCode {
  private static final String LINE = "\n    .";

  /** What the expression is called where it stands. */
  private static final List<String> OUTER = List.of("request");

  private final JavaModel model;
  private final JsonNode request;
  private final Set<ParameterPath> given = new HashSet<>();
  private final StringBuilder code = new StringBuilder();

  private RequestCode(JavaModel model, JsonNode request) {
    this.model = model;
    this.request = request;
  }

  /**
   * An expression that gives a request of a mode, in several lines.
   *
   * @param mode which of the model's modes; empty for a request that is of none
   */
  public static String of(JavaModel model, Optional<ModeBuilderClass> mode, JsonNode request) {
    RequestCode writer = new RequestCode(model, request);
    writer.code.append(model.entry().simpleName()).append('.');
    if (mode.isPresent()) {
      writer.addMode(mode.get());
    } else {
      writer.code.append("request()");
      writer.addMembers(model.request(), request, null);
    }
    return writer.code.append(LINE).append("build()").toString();
  }

  private void addMode(ModeBuilderClass mode) {
    BuilderStages stages = BuilderStages.of(model, mode.profile());
    code.append(EntryPointMethods.names(model).get(model.modes().indexOf(mode)));
    code.append('(').append(arguments(stages.entryPointPaths())).append(')');
    given.addAll(stages.settledPaths());
    stages.stages().forEach(this::addStage);
    addMembers(
        model.request(), request, new RemainingProperties(mode.profile(), Set.copyOf(given)));
  }

  private void addStage(BuilderStage stage) {
    SetterOverloads offers = new SetterOverloads(model);
    UniqueNames methods = StageGenerator.methodNames();
    for (List<ParameterPath> alternative : stage.alternatives()) {
      String name = offers.forPaths(alternative, methods).get(0).name();
      if (alternative.stream().allMatch(path -> value(path).isPresent())) {
        code.append(LINE).append(name).append('(').append(arguments(alternative)).append(')');
        given.addAll(alternative);
        return;
      }
    }
    throw new IllegalArgumentException("the request is not of the mode: " + stage.paths());
  }

  /** The arguments that give all of these at once. */
  private String arguments(List<ParameterPath> paths) {
    List<String> arguments = new ArrayList<>();
    Optional<String> size = size(paths);
    size.ifPresent(arguments::add);
    for (ParameterPath path : paths) {
      if (size.isEmpty() || !BuilderStages.SIZE.contains(path)) {
        List<RecordProperty> way = model.request().propertiesTo(path);
        JsonNode value = value(path).orElseThrow();
        JavaType type = way.get(way.size() - 1).type();
        arguments.add(
            paths.size() == 1
                ? argument(path.lastName(), type, value, null, OUTER)
                : ValueCode.of(type, value));
      }
    }
    return String.join(", ", arguments);
  }

  /** The constant for a width and a height, where these are among what is given. */
  private Optional<String> size(List<ParameterPath> paths) {
    SizeEnum sizes = model.sizes();
    if (sizes == null || !paths.containsAll(BuilderStages.SIZE)) {
      return Optional.empty();
    }
    int width = value(BuilderStages.SIZE.get(0)).orElseThrow().intValue();
    int height = value(BuilderStages.SIZE.get(1)).orElseThrow().intValue();
    return sizes.constants().stream()
        .filter(constant -> constant.width() == width && constant.height() == height)
        .map(SizeConstant::name)
        .map(name -> sizes.name().simpleName() + "." + name)
        .findFirst();
  }

  /**
   * Sets what an object has, as far as it is left to set.
   *
   * @param remaining null where all of it is
   */
  private void addMembers(RecordType of, JsonNode object, @Nullable RemainingProperties remaining) {
    for (RecordProperty property : of.properties()) {
      boolean isId = property.equals(of.identityProperty());
      if (object.has(property.jsonName()) && !isId) {
        call(property, object.get(property.jsonName()), remaining, OUTER)
            .ifPresent(call -> code.append(LINE).append(call));
      }
    }
  }

  /** A call that sets a property; empty where nothing of it is left to set. */
  private Optional<String> call(
      RecordProperty property,
      JsonNode value,
      @Nullable RemainingProperties remaining,
      List<String> outer) {
    boolean isSet =
        given.contains(property.parameter().path())
            || (remaining != null && remaining.isUnavailable(property));
    if (isSet) {
      return Optional.empty();
    }
    String argument = argument(property.name(), property.type(), value, remaining, outer);
    return argument.isEmpty()
        ? Optional.empty()
        : Optional.of(property.name() + "(" + argument + ")");
  }

  /** What a setter is given: parts of an object, the items of a list, a value. */
  private String argument(
      String name,
      JavaType type,
      JsonNode value,
      @Nullable RemainingProperties remaining,
      List<String> outer) {
    if (type instanceof RecordType part) {
      return parts(name, part, value, remaining, outer);
    }
    boolean hasItems = value.isArray() && !value.isEmpty(); // of none, no overload is the nearest
    if (hasItems && type instanceof ListType list && !(list.items() instanceof NullableType)) {
      String item = Identifiers.memberName(EnglishNouns.singular(name));
      return value.values().stream()
          .map(
              each ->
                  list.items() instanceof RecordType part
                      ? parts(item, part, each, null, outer)
                      : ValueCode.of(list.items(), each))
          .collect(Collectors.joining(", "));
    }
    return ValueCode.of(type, value);
  }

  /** {@code inputs -> inputs.video("...")}; empty where nothing of it is left to set. */
  private String parts(
      String name,
      RecordType type,
      JsonNode object,
      @Nullable RemainingProperties remaining,
      List<String> outer) {
    String variable = new UniqueNames(outer).allocate(name, name + "Parts");
    List<String> inside = new ArrayList<>(outer);
    inside.add(variable);
    List<String> calls = new ArrayList<>();
    for (RecordProperty property : type.properties()) {
      if (object.has(property.jsonName())) {
        call(property, object.get(property.jsonName()), remaining, inside).ifPresent(calls::add);
      }
    }
    return calls.isEmpty() && !object.isEmpty()
        ? ""
        : variable + " -> " + (calls.isEmpty() ? "{}" : variable + "." + String.join(".", calls));
  }

  private Optional<JsonNode> value(ParameterPath path) {
    return JsonLocation.root(request).resolve(path).stream().findFirst().map(JsonLocation::value);
  }
}
