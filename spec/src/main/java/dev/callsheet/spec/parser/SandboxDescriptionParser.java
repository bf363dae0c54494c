package dev.callsheet.spec.parser;

import dev.callsheet.runtime.protocol.TimeSpan;
import dev.callsheet.spec.model.SandboxDescription;
import dev.callsheet.spec.model.SandboxDescription.FileRequest;
import dev.callsheet.spec.model.SandboxDescription.Hold;
import dev.callsheet.spec.source.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads what a platform's sandbox has to know that our client has not. */
final class SandboxDescriptionParser {
  private static final Set<String> NAMES_OF_FILES = Set.of("id", "file", "upload");

  private final ProblemCollector problems;

  SandboxDescriptionParser(ProblemCollector problems) {
    this.problems = problems;
  }

  SandboxDescription parse(YamlNode.Mapping file) {
    if (!file.has("sandbox")) {
      return SandboxDescription.NONE;
    }
    YamlNode.Mapping sandbox = file.mappingOrEmpty("sandbox");
    if (!file.has("protocol")) {
      problems.report(
          file.keyLocation("sandbox"),
          "there is nothing to play: `protocol` says how the platform is spoken to");
    }
    ProtocolNames names = new ProtocolNames(problems, file.mappingOrEmpty("protocol"));
    sandbox.items("submit").forEach(line -> names.check(line, Set.of("model", "route")));
    YamlNode.Mapping headers = sandbox.mappingOrEmpty("headers");
    headers.entries().values().forEach(header -> names.check(header.value(), Set.of("id")));
    return new SandboxDescription(
        sandbox.texts("submit"),
        sandbox.mapping("hold").flatMap(this::hold).orElse(null),
        sandbox.text("target").orElse(null),
        texts(headers),
        texts(sandbox.mappingOrEmpty("parts")),
        sandbox.items("files").stream()
            .flatMap(item -> item.asMapping().stream())
            .map(item -> fileRequest(item, names))
            .toList());
  }

  private Optional<Hold> hold(YamlNode.Mapping hold) {
    YamlNode pattern = hold.get("pattern").orElse(hold);
    try {
      Pattern regex = Pattern.compile(pattern.asText().orElse(""));
      if (regex.matcher("").groupCount() == 0) {
        problems.report(
            pattern.location(),
            "the number of seconds is the first group of the pattern: put it in parentheses");
      }
      return Optional.of(
          new Hold(
              hold.text("header").orElse(""),
              regex.pattern(),
              new TimeSpan(hold.text("unless").orElse("0s")).duration()));
    } catch (PatternSyntaxException wrong) {
      problems.report(
          pattern.location(), "this is no regular expression: " + wrong.getDescription());
      return Optional.empty();
    }
  }

  private static Map<String, String> texts(YamlNode.Mapping mapping) {
    Map<String, String> texts = new LinkedHashMap<>();
    mapping.entries().forEach((key, text) -> texts.put(key, text.value().asText().orElse("")));
    return texts;
  }

  private FileRequest fileRequest(YamlNode.Mapping item, ProtocolNames names) {
    item.get("request").ifPresent(line -> names.check(line, Set.of()));
    YamlNode reply = item.get("reply").orElse(item);
    leaves(reply).forEach(leaf -> names.check(leaf, NAMES_OF_FILES));
    return new FileRequest(item.text("request").orElse(""), reply.json());
  }

  private static Stream<YamlNode> leaves(YamlNode node) {
    List<YamlNode> inner =
        node.asMapping()
            .map(mapping -> mapping.entries().values().stream().map(YamlNode.Entry::value).toList())
            .orElseGet(node::items);
    return inner.isEmpty()
        ? Stream.of(node)
        : inner.stream().flatMap(SandboxDescriptionParser::leaves);
  }
}
