package dev.callsheet.spec.parser;

import dev.callsheet.runtime.protocol.Condition;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.YamlNode;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads how a platform is spoken to, and checks what no schema can: that every task comes to an
 * end, that no word means two states, that no reply both proves and refutes that a task was taken,
 * and that the key stays with the platform.
 */
final class ProtocolParser {
  private static final List<String> OPERATIONS =
      List.of("submit", "poll", "result", "cancel", "upload");

  private final ProblemCollector problems;

  ProtocolParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /** The protocol; empty when something is wrong with it. */
  Optional<PlatformProtocol> parse(String name, String title, YamlNode.Mapping protocol) {
    checkHosts(protocol);
    checkReply(protocol);
    checkStates(protocol);
    checkResult(protocol.mappingOrEmpty("result"), protocol);
    checkUpload(protocol.mappingOrEmpty("upload"));
    checkRoutes(protocol.mappingOrEmpty("submit"));
    checkOnce(protocol);
    checkPatterns(protocol);
    new ProtocolNames(problems, protocol).check();
    ObjectNode json = (ObjectNode) protocol.json();
    try {
      return Optional.of(PlatformProtocol.of(json.put("name", name).put("title", title)));
    } catch (IllegalArgumentException unreadable) {
      if (!problems.isAnyReported()) {
        problems.report(
            protocol.location(), "`protocol` cannot be read: " + unreadable.getMessage());
      }
      return Optional.empty();
    }
  }

  private void checkHosts(YamlNode.Mapping protocol) {
    Optional<String> base = protocol.text("base").flatMap(ProtocolParser::host);
    Set<String> hosts = new LinkedHashSet<>(protocol.texts("hosts"));
    if (hosts.isEmpty()) {
      base.ifPresent(hosts::add);
    } else if (base.isPresent() && !hosts.contains(base.get())) {
      problems.report(
          protocol.keyLocation("hosts"),
          "the host of `base`, `"
              + base.get()
              + "`, is not among `hosts`, so no request could go"
              + " there");
    }
    for (YamlNode request : requests(protocol)) {
      String text = request.asText().orElse("");
      int address = text.indexOf("https://");
      host(address < 0 ? "" : text.substring(address).replaceAll("[{}]", ""))
          .filter(host -> !hosts.contains(host))
          .ifPresent(
              host ->
                  problems.report(
                      request.location(),
                      "`"
                          + host
                          + "` is none of the platform's `hosts`, so the key would not be sent"
                          + " there; add it if it is the platform's own"));
    }
  }

  static List<YamlNode> requests(YamlNode.Mapping protocol) {
    YamlNode.Mapping find = protocol.mappingOrEmpty("once").mappingOrEmpty("find");
    return Stream.concat(OPERATIONS.stream().map(protocol::mappingOrEmpty), Stream.of(find))
        .flatMap(operation -> operation.get("request").stream())
        .toList();
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private void checkReply(YamlNode.Mapping protocol) {
    YamlNode.Mapping submit = protocol.mappingOrEmpty("submit");
    String reply = submit.text("reply").orElse("link");
    if (reply.equals("result")) {
      if (protocol.has("poll")) {
        problems.report(
            protocol.keyLocation("poll"),
            "the reply to `submit` is the result, so nothing is polled");
      }
    } else {
      if (!protocol.has("poll")) {
        problems.report(
            protocol.keyLocation("submit"),
            "a task has no end: say how to `poll` it, or that the reply to `submit` is the"
                + " `result`");
      }
      if (!submit.has("id") && !problems.hasProblemAtKeyOf(submit)) {
        problems.report(
            protocol.keyLocation("submit"),
            "`submit` needs an `id`, by which the task is asked for");
      }
    }
  }

  private void checkStates(YamlNode.Mapping protocol) {
    YamlNode.Mapping poll = protocol.mappingOrEmpty("poll");
    YamlNode.Mapping states = poll.mappingOrEmpty("states");
    Map<String, String> stateOf = new HashMap<>();
    for (String state : states.entries().keySet()) {
      for (YamlNode word : states.items(state)) {
        String text = word.json().asString("");
        String first = stateOf.putIfAbsent(text, state);
        if (first != null) {
          problems.report(
              word.location(),
              "`" + text + "` means `" + first + "` already, and one word is one state");
        }
      }
    }
    if (!poll.has("request") || problems.hasProblemAtKeyOf(states)) {
      return;
    }
    SourceLocation place =
        poll.has("states") ? poll.keyLocation("states") : protocol.keyLocation("poll");
    Set<String> reached = new LinkedHashSet<>(states.entries().keySet());
    poll.items("when").stream()
        .flatMap(rule -> rule.asMapping().flatMap(found -> found.text("is")).stream())
        .forEach(reached::add);
    if (!reached.contains("done")) {
      problems.report(
          place,
          poll.has("states")
              ? "no word means `done`, so that no task would ever end"
              : "nothing says that a task is `done`: give the `states` by their words, or say it by"
                  + " `when`");
    }
    if (!reached.contains("failed") && protocol.mapping("result").isEmpty()) {
      problems.report(
          place, "nothing says that a task has failed: it would be waited for until `giveUp`");
    }
  }

  private void checkResult(YamlNode.Mapping result, YamlNode.Mapping protocol) {
    if (result.has("bytes") && result.has("at")) {
      problems.report(
          result.keyLocation("at"), "a reply that is the media itself has no places in it");
    }
    if (result.has("renew") && !protocol.has("poll")) {
      problems.report(
          result.keyLocation("renew"), "without a `poll`, nothing can be asked for again");
    }
  }

  private void checkUpload(YamlNode.Mapping upload) {
    if (upload.has("file") == upload.has("send") && upload.has("request")) {
      problems.report(
          upload.get("request").orElse(upload).location(),
          upload.has("file")
              ? "the first request has the file (`file`), so nothing is left to `send`"
              : "the file goes nowhere: name the part of the form that has it (`file`), or where to"
                  + " `send` it");
    }
  }

  /** What is asked of a request's body cannot be asked of a reply's head. */
  private void checkRoutes(YamlNode.Mapping submit) {
    for (YamlNode route : submit.items("routes")) {
      YamlNode.Mapping condition =
          route.asMapping().map(found -> found.mappingOrEmpty("if")).orElseThrow();
      if (condition.has("status")) {
        problems.report(condition.keyLocation("status"), "a request has no status");
      }
      for (String key : List.of("has", "at")) {
        condition
            .get(key)
            .filter(place -> place.asText().orElse("").startsWith("header "))
            .ifPresent(
                place ->
                    problems.report(
                        place.location(),
                        "a route depends on the body of a request, not on a header"));
      }
    }
  }

  private void checkOnce(YamlNode.Mapping protocol) {
    YamlNode.Mapping once = protocol.mappingOrEmpty("once");
    if (once.has("key") && once.has("find")) {
      problems.report(
          once.keyLocation("find"),
          "a platform that recognizes a repetition by its `key` is not searched: leave one out");
    }
    List<YamlNode> accepted = protocol.mappingOrEmpty("submit").items("accepted");
    for (YamlNode refused : once.items("refused")) {
      String status = refused.json().asString("");
      boolean isSuccess = accepted.isEmpty() && status.startsWith("2");
      if (isSuccess
          || accepted.stream().anyMatch(taken -> overlap(taken.json().asString(""), status))) {
        problems.report(
            refused.location(),
            "HTTP " + status + " is an accepted status: it cannot prove that nothing was taken");
      }
    }
  }

  private static boolean overlap(String one, String other) {
    for (int status = 100; status < 600; status++) {
      if (Condition.matches(one, status) && Condition.matches(other, status)) {
        return true;
      }
    }
    return false;
  }

  private void checkPatterns(YamlNode.Mapping protocol) {
    protocol.get("model").ifPresent(model -> compile(model, 0));
    for (YamlNode wait : protocol.mappingOrEmpty("pace").items("waits")) {
      wait.asMapping().flatMap(found -> found.get("pattern")).ifPresent(node -> compile(node, 1));
    }
  }

  private void compile(YamlNode node, int groups) {
    try {
      if (Pattern.compile(node.asText().orElse("")).matcher("").groupCount() < groups) {
        problems.report(
            node.location(), "the number is the first group of the pattern: put it in parentheses");
      }
    } catch (PatternSyntaxException wrong) {
      problems.report(node.location(), "this is no regular expression: " + wrong.getDescription());
    }
  }
}
