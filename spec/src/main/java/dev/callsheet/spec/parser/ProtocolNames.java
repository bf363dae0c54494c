package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the names in braces of a protocol: each has to be one that is known where it stands. */
final class ProtocolNames {
  private static final Pattern NAME = Pattern.compile("\\{(\\w*)}");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z]\\w*)>");

  private final ProblemCollector problems;
  private final YamlNode.Mapping protocol;

  ProtocolNames(ProblemCollector problems, YamlNode.Mapping protocol) {
    this.problems = problems;
    this.protocol = protocol;
  }

  void check() {
    YamlNode.Mapping submit = protocol.mappingOrEmpty("submit");
    Set<String> ofModel = new LinkedHashSet<>(List.of("model"));
    Matcher groups = GROUP.matcher(protocol.text("model").orElse(""));
    while (groups.find()) {
      ofModel.add(groups.group(1));
    }
    Set<String> ofTask = new LinkedHashSet<>(ofModel);
    ofTask.add("id");
    checkAll(protocol.mappingOrEmpty("links"), ofTask);
    check(submit.get("request").orElse(submit), with(ofModel, submit.has("routes") ? "route" : ""));
    checkAll(submit.mappingOrEmpty("with"), Set.of("model"));
    ofTask.addAll(submit.mappingOrEmpty("links").entries().keySet());
    ofTask.addAll(protocol.mappingOrEmpty("links").entries().keySet());
    for (String operation : List.of("poll", "result", "cancel")) {
      YamlNode.Mapping request = protocol.mappingOrEmpty(operation);
      request.get("request").ifPresent(line -> check(line, ofTask));
      checkAll(request.mappingOrEmpty("query"), ofTask);
    }
    YamlNode.Mapping upload = protocol.mappingOrEmpty("upload");
    upload.get("request").ifPresent(line -> check(line, Set.of()));
    checkAll(upload.mappingOrEmpty("body"), Set.of("name", "type"));
    YamlNode.Mapping find = protocol.mappingOrEmpty("once").mappingOrEmpty("find");
    find.get("request").ifPresent(line -> check(line, with(ofModel, "since")));
    checkAll(find.mappingOrEmpty("query"), with(ofModel, "since"));
  }

  private static Set<String> with(Set<String> names, String another) {
    Set<String> all = new LinkedHashSet<>(names);
    all.add(another);
    return all;
  }

  private void checkAll(YamlNode.Mapping templates, Set<String> known) {
    templates.entries().values().forEach(entry -> check(entry.value(), known));
  }

  /** Checks the names of one text. */
  void check(YamlNode template, Set<String> known) {
    Matcher names = NAME.matcher(template.asText().orElse(""));
    while (names.find()) {
      String name = names.group(1);
      if (!known.contains(name)) {
        Set<String> shown = new TreeSet<>(known);
        shown.remove("");
        String hint = SpellingSuggestion.hint(name, shown);
        problems.report(
            template.location(),
            "nothing is called `{"
                + name
                + "}` here"
                + (hint.isEmpty()
                    ? "; there is "
                        + String.join(", ", shown.stream().map(one -> "`{" + one + "}`").toList())
                    : hint));
      }
    }
  }
}
