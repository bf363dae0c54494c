package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.java.emit.Form;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.generator.java.type.Sizes;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the ways to give parameters that belong together. */
final class Offers {
  private final JavaModel model;
  private final int indent;

  /** {@code indent} is how many columns stand before the statements of the methods. */
  Offers(JavaModel model, int indent) {
    this.model = model;
    this.indent = indent;
  }

  /**
   * The ways to give all of these at once; none when one of them lies in the items of a list, or in
   * one form of several.
   *
   * @param methods the names that methods beside them have; null when theirs does not matter
   */
  List<Offer> of(List<Path> together, @Nullable Scope methods) {
    List<List<Property>> ways = new ArrayList<>();
    for (Path path : together) {
      List<Property> way = way(path);
      if (way.isEmpty()) {
        return List.of();
      }
      ways.add(way);
    }
    @Nullable Sizes sizes = model.sizes();
    boolean isSized = sizes != null && holdsSize(ways, sizes);
    String name = methods == null ? "" : name(ways, together.equals(Asks.SIZE), methods);
    List<Offer> offers = new ArrayList<>();
    if (sizes != null && isSized) {
      List<List<Property>> others = new ArrayList<>(ways);
      others.removeIf(way -> isPart(way, sizes));
      Scope parameters = new Scope();
      List<Slot> slots = new ArrayList<>(List.of(size(sizes, parameters.take("size"))));
      slots.addAll(whole(others, parameters));
      offers.add(new Offer(name, slots));
    }
    if (sizes == null || !isSized || !sizes.isComplete()) {
      offers.addAll(plain(ways, name));
    }
    return offers;
  }

  private List<Offer> plain(List<List<Property>> ways, String name) {
    if (ways.size() != 1) {
      return List.of(new Offer(name, whole(ways, new Scope())));
    }
    List<Property> way = ways.get(0);
    Property last = way.get(way.size() - 1);
    return Form.of(last).stream()
        .map(form -> new Offer(name, List.of(Slot.of(way, form, form.parameter(last), indent))))
        .toList();
  }

  private List<Slot> whole(List<List<Property>> ways, Scope parameters) {
    return ways.stream()
        .map(
            way ->
                Slot.of(way, Form.WHOLE, parameters.take(way.get(way.size() - 1).name()), indent))
        .toList();
  }

  private static Slot size(Sizes sizes, String name) {
    CodeBlock setting =
        CodeBlock.of(
            "builder.$1N($3N.width()).$2N($3N.height())",
            sizes.width().name(),
            sizes.height().name(),
            name);
    TypeName type = sizes.name();
    return new Slot(name, type, "the size to make", null, null, setting);
  }

  private static String name(List<List<Property>> ways, boolean isSize, Scope methods) {
    if (isSize) {
      return methods.take("size", "widthAndHeight");
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
        ? methods.take(names, Identifiers.member(places))
        : methods.take(Identifiers.member(names), Identifiers.member(places));
  }

  private static boolean holdsSize(List<List<Property>> ways, Sizes sizes) {
    return ways.contains(List.of(sizes.width())) && ways.contains(List.of(sizes.height()));
  }

  private static boolean isPart(List<Property> way, Sizes sizes) {
    return way.equals(List.of(sizes.width())) || way.equals(List.of(sizes.height()));
  }

  /** The properties that lead to a parameter, itself the last; none when it cannot be set. */
  private List<Property> way(Path path) {
    List<Property> way = new ArrayList<>();
    @Nullable Structure owner = model.request();
    for (Path.Step step : path.steps()) {
      @Nullable Property next =
          owner != null && step instanceof Path.Step.Member member
              ? owner.property(member.name()).orElse(null)
              : null;
      if (next == null) {
        return List.of();
      }
      way.add(next);
      owner = next.type() instanceof Structure part ? part : null;
    }
    return way;
  }
}
