package dev.callsheet.spec.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An object with named members and no others. */
final class StructureValidator implements ShapeValidator {
  private final Map<String, MemberValidator> members = new LinkedHashMap<>();
  private final ParameterLocator parameterLocator;

  /** Has no members yet; the locator finds where else in the model a name belongs. */
  StructureValidator(ParameterLocator parameterLocator) {
    this.parameterLocator = parameterLocator;
  }

  /** Adds a member. */
  void add(
      String name, boolean required, ShapeValidator validator, Requirement.Description expected) {
    members.put(name, new MemberValidator(required, validator, expected));
  }

  @Override
  public boolean hasMatchingType(JsonNode value) {
    return value.isObject();
  }

  @Override
  public Requirement.Description expected() {
    return Requirements.ofType(JsonType.OBJECT);
  }

  @Override
  public void validateContent(JsonLocation location, ViolationCollector violations) {
    List<String> unknown = unknownMembers(location.value());
    if (unknown.isEmpty()) {
      members.forEach((name, member) -> validate(name, member, location, Set.of(), violations));
      return;
    }
    ViolationCollector ofUnknown = new ViolationCollector();
    Set<String> misspelt = reportUnknownMembers(unknown, location, ofUnknown);
    members.forEach((name, member) -> validate(name, member, location, misspelt, violations));
    violations.addAll(ofUnknown);
  }

  private static void validate(
      String name,
      MemberValidator member,
      JsonLocation location,
      Set<String> misspelt,
      ViolationCollector violations) {
    JsonLocation found = location.member(name);
    if (found != null) {
      member.validator().validate(found, violations);
    } else if (member.required() && !misspelt.contains(name)) {
      violations.addMissingParameter(
          location, new Problem.MissingParameter(name, member.expected()));
    }
  }

  private List<String> unknownMembers(JsonNode value) {
    List<String> unknown = List.of();
    for (String name : value.propertyNames()) {
      if (!members.containsKey(name)) {
        unknown = unknown.isEmpty() ? new ArrayList<>() : unknown;
        unknown.add(name);
      }
    }
    return unknown;
  }

  /** Reports unknown members, and returns those that are probably meant by them. */
  private Set<String> reportUnknownMembers(
      List<String> unknown, JsonLocation location, ViolationCollector violations) {
    Set<String> misspelt = new HashSet<>();
    for (String name : unknown) {
      JsonLocation member = Objects.requireNonNull(location.member(name));
      Optional<String> sibling = SpellingSuggestion.nearest(name, members.keySet());
      if (sibling.isPresent()) {
        misspelt.add(sibling.get());
        violations.markAsIntended(location.pointer() + "/" + JsonPointer.escape(sibling.get()));
        violations.addUnknownParameter(member, sibling.get());
      } else {
        parameterLocator.pointersAlongPathTo(name).forEach(violations::markAsIntended);
        violations.addUnknownParameter(member, parameterLocator.pathOf(name).orElse(null));
      }
    }
    return misspelt;
  }

  private record MemberValidator(
      boolean required, ShapeValidator validator, Requirement.Description expected) {}
}
