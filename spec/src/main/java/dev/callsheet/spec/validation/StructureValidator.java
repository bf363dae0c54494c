package dev.callsheet.spec.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
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
    ViolationCollector unknown = new ViolationCollector();
    Set<String> misspelt = reportUnknownMembers(location, unknown);
    members.forEach(
        (name, member) -> {
          JsonLocation found = location.member(name);
          if (found != null) {
            member.validator().validate(found, violations);
          } else if (member.required() && !misspelt.contains(name)) {
            violations.addMissingParameter(
                location, new Problem.MissingParameter(name, member.expected()));
          }
        });
    violations.addAll(unknown);
  }

  /** Reports unknown members, and returns those that are probably meant by them. */
  private Set<String> reportUnknownMembers(JsonLocation location, ViolationCollector violations) {
    Set<String> misspelt = new HashSet<>();
    for (String name : location.value().propertyNames()) {
      JsonLocation member = members.containsKey(name) ? null : location.member(name);
      if (member == null) {
        continue;
      }
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
