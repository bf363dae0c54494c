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

  /** Has no members yet; {@code misplaced} knows where else in the model a name belongs. */
  StructureValidator(ParameterLocator misplaced) {
    this.parameterLocator = misplaced;
  }

  /** Adds a member. */
  void add(String name, boolean required, ShapeValidator judge, Requirement.Description wanted) {
    members.put(name, new MemberValidator(required, judge, wanted));
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
  public void validateContent(JsonLocation place, ViolationCollector mistakes) {
    ViolationCollector unknown = new ViolationCollector();
    Set<String> misspelt = reportUnknownMembers(place, unknown);
    members.forEach(
        (name, member) -> {
          JsonLocation found = place.member(name);
          if (found != null) {
            member.validator().validate(found, mistakes);
          } else if (member.required() && !misspelt.contains(name)) {
            mistakes.addMissingParameter(
                place, new Problem.MissingParameter(name, member.expected()));
          }
        });
    mistakes.addAll(unknown);
  }

  /** Reports members that nobody knows, and returns those that were probably meant by them. */
  private Set<String> reportUnknownMembers(JsonLocation place, ViolationCollector mistakes) {
    Set<String> misspelt = new HashSet<>();
    for (String name : place.value().propertyNames()) {
      JsonLocation member = members.containsKey(name) ? null : place.member(name);
      if (member == null) {
        continue;
      }
      Optional<String> sibling = SpellingSuggestion.nearest(name, members.keySet());
      if (sibling.isPresent()) {
        misspelt.add(sibling.get());
        mistakes.markAsIntended(place.pointer() + "/" + JsonPointer.escape(sibling.get()));
        mistakes.addUnknownParameter(member, sibling.get());
      } else {
        parameterLocator.pointersAlongPathTo(name).forEach(mistakes::markAsIntended);
        mistakes.addUnknownParameter(member, parameterLocator.pathOf(name).orElse(null));
      }
    }
    return misspelt;
  }

  private record MemberValidator(
      boolean required, ShapeValidator validator, Requirement.Description expected) {}
}
