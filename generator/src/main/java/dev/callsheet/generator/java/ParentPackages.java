package dev.callsheet.generator.java;

import static java.util.stream.Collectors.groupingBy;

import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The package that each model's own package goes below: the base package, and where models
 * generated together have one name, a package of what tells them apart, which is their creator,
 * else their platform, else their id.
 */
final class ParentPackages {
  private static final List<Function<ModelSpec, String>> DISTINCTIONS =
      List.of(
          spec -> Objects.requireNonNullElse(spec.metadata().creator(), ""),
          spec -> spec.metadata().platformName().orElse(""),
          ModelSpec::id);

  private ParentPackages() {}

  /** By identity of the specs; the same models in another order have the same packages. */
  static IdentityHashMap<ModelSpec, String> of(Collection<ModelSpec> specs, String basePackage) {
    IdentityHashMap<ModelSpec, String> parents = new IdentityHashMap<>();
    Map<String, List<ModelSpec>> sameName =
        specs.stream()
            .collect(
                groupingBy(
                    spec -> Identifiers.packageName(spec.metadata().name()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    sameName
        .values()
        .forEach(
            group -> {
              if (group.size() == 1) {
                parents.put(group.get(0), basePackage);
              } else {
                distinguish(group)
                    .forEach((spec, name) -> parents.put(spec, basePackage + "." + name));
              }
            });
    return parents;
  }

  private static IdentityHashMap<ModelSpec, String> distinguish(List<ModelSpec> group) {
    for (Function<ModelSpec, String> distinction : DISTINCTIONS) {
      IdentityHashMap<ModelSpec, String> names = new IdentityHashMap<>();
      group.stream()
          .filter(spec -> !distinction.apply(spec).isBlank())
          .forEach(spec -> names.put(spec, Identifiers.packageName(distinction.apply(spec))));
      if (Set.copyOf(names.values()).size() == group.size()) {
        return names;
      }
    }
    return numbered(group);
  }

  /** Ids may differ in signs only, which no package has. */
  private static IdentityHashMap<ModelSpec, String> numbered(List<ModelSpec> group) {
    IdentityHashMap<ModelSpec, String> names = new IdentityHashMap<>();
    Set<String> taken = new HashSet<>();
    group.stream()
        .sorted(Comparator.comparing(ModelSpec::qualifiedId))
        .forEach(
            spec -> {
              String name = Identifiers.packageName(spec.id());
              String free = name;
              for (int number = 2; !taken.add(free); number++) {
                free = name + "_" + number;
              }
              names.put(spec, free);
            });
    return names;
  }
}
