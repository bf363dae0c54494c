package dev.callsheet.importer.internal.schema;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published JSON file whose references within itself are followed. Where references double each
 * other, a small file stands for a tree without end; so the nodes that are looked at are counted.
 */
public final class SchemaDocument {
  /** How many values of a file are looked at, those behind references each time they are. */
  static final int MAX_NODES = 200_000;

  /** How many references in a row are followed. */
  private static final int MAX_REFERENCES = 20;

  private static final int MAX_DUPLICATES_SHOWN = 20;

  /** Where the answer of an API about a model holds the file that references are within. */
  static final List<String> EMBEDDED = List.of("latest_version", "openapi_schema");

  private final LineIndexedText text;
  private final PositionedJson root;
  private final PositionedJson referenceBase;
  private FindingCollector findings;
  private int nodes;

  private SchemaDocument(LineIndexedText text, PositionedJson root, FindingCollector findings) {
    this.text = text;
    this.root = root;
    this.referenceBase = Objects.requireNonNullElse(member(root, EMBEDDED), root);
    this.findings = findings;
  }

  /**
   * Reads a file.
   *
   * @throws ImportException when it is not JSON
   */
  public static SchemaDocument parse(SourceText source, FindingCollector findings)
      throws ImportException {
    LineIndexedText text = new LineIndexedText(source.file(), source.text(), StartPosition.OF_FILE);
    try {
      PositionedJson root = JsonDocumentReader.read(text, 0, source.text().length());
      SchemaDocument document = new SchemaDocument(text, root, findings);
      document.reportDuplicates();
      return document;
    } catch (JsonSyntaxException e) {
      throw new ImportException(text.location(e.offset()), e.reason());
    }
  }

  /** Begins with another model of the file: what is found from now on is reported there. */
  public void beginModel(FindingCollector ofModel) {
    findings = ofModel;
    nodes = 0;
  }

  /** The outermost value. */
  public SchemaNode root() {
    return node(root);
  }

  /** Where things that have no place of their own are said to be: the beginning. */
  public SourceLocation start() {
    return text.location(0);
  }

  SourceLocation location(PositionedJson value) {
    return text.location(value.keyOffset());
  }

  /** A value with what it refers to. */
  SchemaNode node(PositionedJson value) {
    nodes++;
    if (nodes > MAX_NODES) {
      throw new TooManyNodesException(location(value));
    }
    List<PositionedJson> layers = new ArrayList<>();
    PositionedJson layer = value;
    while (layer != null) {
      layers.add(layer);
      layer = target(layer, layers);
    }
    return new SchemaNode(this, layers);
  }

  /** What a value refers to; null when to nothing that is there. */
  private @Nullable PositionedJson target(PositionedJson value, List<PositionedJson> before) {
    PositionedJson reference = value.member("$ref");
    if (reference == null || !reference.value().isString()) {
      return null;
    }
    String address = reference.value().stringValue();
    PositionedJson target = find(address);
    if (target == null) {
      damaged(reference, "the reference `" + address + "` leads nowhere in this file");
    } else if (before.contains(target) || before.size() > MAX_REFERENCES) {
      damaged(reference, "the reference `" + address + "` leads in a circle");
      return null;
    }
    return target;
  }

  private static @Nullable PositionedJson member(PositionedJson value, List<String> names) {
    PositionedJson found = value;
    for (String name : names) {
      found = found == null ? null : found.member(name);
    }
    return found;
  }

  private @Nullable PositionedJson find(String address) {
    if (!address.startsWith("#")) {
      return null;
    }
    JsonPointer pointer;
    try {
      String decoded =
          URLDecoder.decode(address.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      pointer = JsonPointer.parse(decoded);
    } catch (IllegalArgumentException invalid) {
      return null;
    }
    PositionedJson found = referenceBase;
    for (String step : pointer.steps()) {
      int index = found.value().isArray() ? JsonPointer.indexOf(step) : -1;
      boolean isItem = index >= 0 && index < found.children().size();
      PositionedJson next = isItem ? found.children().get(index) : found.member(step);
      if (next == null) {
        return null;
      }
      found = next;
    }
    return found;
  }

  private void reportDuplicates() {
    root.duplicates().stream()
        .limit(MAX_DUPLICATES_SHOWN)
        .forEach(
            duplicate ->
                damaged(
                    duplicate.repeated(),
                    "the key is there twice in one object; the first is in line "
                        + location(duplicate.first()).line()
                        + ", and the last one counts"));
  }

  private void damaged(PositionedJson value, String message) {
    findings.add(ImportFinding.Kind.DAMAGED, location(value), message);
  }

  /** Thrown where following references finds no end. */
  public static final class TooManyNodesException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SourceLocation location;

    TooManyNodesException(SourceLocation location) {
      super(null, null, false, false);
      this.location = location;
    }

    /** The same for people. */
    public ImportException toImportException() {
      return new ImportException(
          location,
          "with all references followed, the file has more than "
              + MAX_NODES
              + " values; it cannot be imported");
    }
  }
}
