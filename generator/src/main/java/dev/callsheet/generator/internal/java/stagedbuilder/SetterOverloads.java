package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.internal.java.datatype.SetterStyle;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.generator.internal.java.type.SizeEnum;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the ways to give parameters that belong together. */
final class SetterOverloads {
  private final JavaModel model;

  SetterOverloads(JavaModel model) {
    this.model = model;
  }

  /**
   * The ways to give all of these at once; none when one of them lies in the items of a list, or in
   * one form of several.
   *
   * @param methods the names that methods beside them have; null when theirs does not matter
   */
  List<SetterOverload> forPaths(List<ParameterPath> together, @Nullable UniqueNames methods) {
    List<List<RecordProperty>> ways = new ArrayList<>();
    for (ParameterPath path : together) {
      List<RecordProperty> way = model.request().propertiesTo(path);
      if (way.isEmpty()) {
        return List.of();
      }
      ways.add(way);
    }
    @Nullable SizeEnum sizes = model.sizes();
    boolean isSized = sizes != null && includesSize(ways, sizes);
    String name =
        methods == null ? "" : methodName(ways, together.equals(BuilderStages.SIZE), methods);
    List<SetterOverload> offers = new ArrayList<>();
    if (sizes != null && isSized) {
      List<List<RecordProperty>> others = new ArrayList<>(ways);
      others.removeIf(way -> isWidthOrHeight(way, sizes));
      UniqueNames parameters = new UniqueNames();
      List<SetterParameter> slots =
          new ArrayList<>(List.of(sizeParameter(sizes, parameters.allocate("size"))));
      slots.addAll(parameters(others, parameters));
      offers.add(new SetterOverload(name, slots));
    }
    if (sizes == null || !isSized || !sizes.isExhaustive()) {
      offers.addAll(overloadsPerStyle(ways, name));
    }
    return offers;
  }

  private List<SetterOverload> overloadsPerStyle(List<List<RecordProperty>> ways, String name) {
    if (ways.size() != 1) {
      return List.of(new SetterOverload(name, parameters(ways, new UniqueNames())));
    }
    List<RecordProperty> way = ways.get(0);
    RecordProperty last = way.get(way.size() - 1);
    return SetterStyle.stylesFor(last).stream()
        .map(
            form ->
                new SetterOverload(
                    name, List.of(SetterParameter.of(way, form, form.parameterName(last)))))
        .toList();
  }

  private List<SetterParameter> parameters(
      List<List<RecordProperty>> ways, UniqueNames parameters) {
    return ways.stream()
        .map(
            way ->
                SetterParameter.of(
                    way, SetterStyle.VALUE, parameters.allocate(way.get(way.size() - 1).name())))
        .toList();
  }

  private static SetterParameter sizeParameter(SizeEnum sizes, String name) {
    CodeBlock setting =
        CodeBlock.of(
            "builder.$1N($3N.width()).$2N($3N.height())",
            sizes.width().name(),
            sizes.height().name(),
            name);
    TypeName type = sizes.name();
    return new SetterParameter(name, type, "the size to make", null, null, null, setting);
  }

  private static String methodName(
      List<List<RecordProperty>> ways, boolean isSize, UniqueNames methods) {
    if (isSize) {
      return methods.allocate("size", "widthAndHeight");
    }
    String names =
        ways.stream()
            .map(way -> way.get(way.size() - 1).name())
            .collect(Collectors.joining(" and "));
    String places =
        ways.stream()
            .map(way -> way.get(way.size() - 1).parameter().path().toString())
            .collect(Collectors.joining(" and "));
    return ways.size() == 1
        ? methods.allocate(names, Identifiers.memberName(places))
        : methods.allocate(Identifiers.memberName(names), Identifiers.memberName(places));
  }

  private static boolean includesSize(List<List<RecordProperty>> ways, SizeEnum sizes) {
    return ways.contains(List.of(sizes.width())) && ways.contains(List.of(sizes.height()));
  }

  private static boolean isWidthOrHeight(List<RecordProperty> way, SizeEnum sizes) {
    return way.equals(List.of(sizes.width())) || way.equals(List.of(sizes.height()));
  }
}
