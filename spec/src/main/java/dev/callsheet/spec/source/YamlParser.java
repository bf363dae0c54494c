package dev.callsheet.spec.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Parses YAML 1.2 (core schema) into nodes with locations. Made for untrusted input: size, depth
 * and the number of nodes that aliases expand to are bounded.
 */
public final class YamlParser {
  /** The longest text that is parsed, in code points. */
  static final int MAX_CODE_POINTS = 2_000_000;

  /** How many levels may be nested. */
  static final int MAX_DEPTH = 64;

  /** How many nodes a document may have once its aliases are unfolded. */
  static final int MAX_NODES = 100_000;

  private static final CoreSchema SCHEMA = new CoreSchema();

  private final SourceText source;
  private final BiConsumer<SourceLocation, String> errorHandler;
  private int nodeCount;

  private YamlParser(SourceText source, BiConsumer<SourceLocation, String> errorHandler) {
    this.source = source;
    this.errorHandler = errorHandler;
  }

  /**
   * Parses a text that contains one document.
   *
   * @param errorHandler receives the location and the message of each error
   * @return what could be parsed in spite of the errors; empty when the text is not YAML at all
   */
  public static Optional<YamlNode> parse(
      SourceText source, BiConsumer<SourceLocation, String> errorHandler) {
    return new YamlParser(source, errorHandler).document();
  }

  private Optional<YamlNode> document() {
    if (source.text().codePointCount(0, source.text().length()) > MAX_CODE_POINTS) {
      errorHandler.accept(
          source.start(), "the file is longer than " + MAX_CODE_POINTS + " characters");
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.file())
            .setSchema(SCHEMA)
            .setCodePointLimit(MAX_CODE_POINTS)
            // read at once: the library fails at a character beyond 16 bits that two reads share
            .setBufferSize(source.text().length() + 2)
            .setMaxAliasesForCollections(Integer.MAX_VALUE) // MAX_NODES bounds what they expand to
            .setAllowNonScalarKeys(true) // reported below, with their location
            .build();
    ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
    try {
      Composer composer = new Composer(settings, new CheckedParser(parser, MAX_DEPTH));
      Optional<org.snakeyaml.engine.v2.nodes.Node> root = composer.getSingleNode();
      if (root.isEmpty()) {
        errorHandler.accept(source.start(), "the file is empty");
        return Optional.empty();
      }
      return Optional.of(node(root.get()));
    } catch (UnsupportedYamlException refusal) {
      errorHandler.accept(refusal.location, refusal.description);
    } catch (MarkedYamlEngineException error) {
      errorHandler.accept(
          YamlErrorMessage.position(error).map(this::location).orElse(source.start()),
          YamlErrorMessage.message(error));
    } catch (YamlEngineException error) {
      errorHandler.accept(source.start(), "this is not YAML: " + error.getMessage());
    }
    return Optional.empty();
  }

  private YamlNode node(org.snakeyaml.engine.v2.nodes.Node node) {
    SourceLocation location = node.getStartMark().map(this::location).orElse(source.start());
    if (node.isRecursive()) {
      throw new UnsupportedYamlException(location, "this list or mapping contains itself");
    }
    checkTag(node, location);
    nodeCount++;
    if (nodeCount > MAX_NODES) {
      throw new UnsupportedYamlException(
          location, "the file unfolds to more than " + MAX_NODES + " values; use fewer aliases");
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, location);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(node(item)));
      return new YamlNode.Sequence(items, location);
    }
    return scalar((ScalarNode) node, location);
  }

  private void checkTag(org.snakeyaml.engine.v2.nodes.Node node, SourceLocation location) {
    Tag natural = Tag.MAP;
    if (node instanceof SequenceNode) {
      natural = Tag.SEQ;
    } else if (node instanceof ScalarNode scalar) {
      natural = SCHEMA.getScalarResolver().resolve(scalar.getValue(), scalar.isPlain());
    }
    if (!node.getTag().equals(natural)) {
      throw new UnsupportedYamlException(
          location, "the tag `" + node.getTag().getValue() + "` is not allowed in a spec");
    }
  }

  private YamlNode mapping(MappingNode mapping, SourceLocation location) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      SourceLocation at = tuple.getKeyNode().getStartMark().map(this::location).orElse(location);
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        errorHandler.accept(at, "a key is a name, not a list or a mapping");
        continue;
      }
      String key = scalar.getValue();
      YamlNode.Entry first = entries.get(key);
      YamlNode value = node(tuple.getValueNode());
      if (first == null) {
        entries.put(key, new YamlNode.Entry(at, value));
      } else {
        errorHandler.accept(
            at, "the key `" + key + "` is there twice; the first is at " + first.keyLocation());
      }
    }
    return new YamlNode.Mapping(entries, location);
  }

  private YamlNode scalar(ScalarNode scalar, SourceLocation location) {
    if (scalar.isPlain()) {
      return new YamlNode.Scalar(
          PlainScalarParser.parse(scalar.getTag(), scalar.getValue())
              .orElseGet(
                  () -> {
                    errorHandler.accept(
                        location,
                        "`" + scalar.getValue() + "` is not a number that a spec can use");
                    return JsonNodeFactory.instance.numberNode(0);
                  }),
          location);
    }
    return new YamlNode.Scalar(JsonNodeFactory.instance.stringNode(scalar.getValue()), location);
  }

  private SourceLocation location(Mark mark) {
    return new SourceLocation(source.file(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** A document that exceeds a bound, or is not plain data. */
  private static final class UnsupportedYamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SourceLocation location;
    private final String description;

    UnsupportedYamlException(SourceLocation location, String description) {
      super(description);
      this.location = location;
      this.description = description;
    }
  }
}
