package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.source.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An object with named members and no others. */
final class StructureJudge implements ShapeJudge {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Misplaced misplaced;

  /** Has no members yet; {@code misplaced} knows where else in the model a name belongs. */
  StructureJudge(Misplaced misplaced) {
    this.misplaced = misplaced;
  }

  /** Adds a member. */
  void add(String name, boolean required, ShapeJudge judge, String wanted) {
    members.put(name, new Member(required, judge, wanted));
  }

  @Override
  public boolean suits(JsonNode value) {
    return value.isObject();
  }

  @Override
  public String wanted() {
    return "an object";
  }

  @Override
  public void judgeSuited(Place place, Mistakes mistakes) {
    Mistakes unknown = new Mistakes();
    Set<String> misspelt = unknownMembers(place, unknown);
    members.forEach(
        (name, member) -> {
          Place found = place.member(name);
          if (found != null) {
            member.judge().judge(found, mistakes);
          } else if (member.required() && !misspelt.contains(name)) {
            mistakes.missing(place, Say.missing(place, name, member.wanted()));
          }
        });
    mistakes.addAll(unknown);
  }

  /** Reports members that nobody knows, and returns those that were probably meant by them. */
  private Set<String> unknownMembers(Place place, Mistakes mistakes) {
    Set<String> misspelt = new HashSet<>();
    for (String name : place.value().propertyNames()) {
      Place member = members.containsKey(name) ? null : place.member(name);
      if (member == null) {
        continue;
      }
      Optional<String> sibling = Suggestion.nearest(name, members.keySet());
      if (sibling.isPresent()) {
        misspelt.add(sibling.get());
        mistakes.meant(place.pointer() + "/" + sibling.get());
        mistakes.unknown(member, Say.unknown(member, sibling));
      } else {
        misplaced.pointersOnTheWayTo(name).forEach(mistakes::meant);
        mistakes.unknown(member, Say.unknown(member, misplaced.pathOf(name)));
      }
    }
    return misspelt;
  }

  private record Member(boolean required, ShapeJudge judge, String wanted) {}
}
