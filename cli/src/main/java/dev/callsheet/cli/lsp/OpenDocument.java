package dev.callsheet.cli.lsp;

import dev.callsheet.cli.lsp.request.KnownSpecs;
import dev.callsheet.cli.lsp.request.RequestDiagnostics;
import dev.callsheet.cli.lsp.request.RequestFile;
import dev.callsheet.cli.lsp.request.RequestLinter;
import dev.callsheet.cli.lsp.spec.SpecFile;
import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.spec.model.ModelSpec;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.jspecify.annotations.Nullable;

/** A document that the client has open. Changed by one thread, read by several. */
final class OpenDocument {
  /** A longer text is kept, but nothing is done with it. */
  private static final int MAX_LENGTH = 16 << 20;

  /** What a document is to this server. */
  enum Kind {
    REQUESTS,
    SPEC,
    OTHER
  }

  private final String uri;
  private final Kind kind;
  private final String name;
  private volatile Version version;
  private final RequestLinter linter = new RequestLinter();
  private volatile @Nullable ModelSpec lastModel;

  /**
   * A text of a document and its number, which belong together. What is asked of a document is
   * answered from the version that it was asked of.
   */
  record Version(OpenDocument document, int number, DocumentText text) {
    boolean isTooLarge() {
      return text.text().length() > MAX_LENGTH;
    }

    /** Whether the document has this text still. */
    boolean isCurrent() {
      return document.version.text() == text;
    }

    Kind kind() {
      return document.kind;
    }

    RequestFile requests() {
      return new RequestFile(document.uri, number, document.name, text);
    }

    SpecFile spec() {
      return new SpecFile(document.uri, path(document.uri, document.name), text);
    }

    /** What is wrong with this version of a request file; worked out once. */
    RequestDiagnostics linted(KnownSpecs specs) {
      return document.linted(requests(), specs);
    }
  }

  OpenDocument(TextDocumentItem opened, DocumentText text) {
    this.uri = opened.getUri();
    this.kind = kind(uri, String.valueOf(opened.getLanguageId()));
    this.name = name(uri, kind, String.valueOf(opened.getLanguageId()));
    this.version = new Version(this, opened.getVersion(), text);
  }

  String uri() {
    return uri;
  }

  Kind kind() {
    return kind;
  }

  Version version() {
    return version;
  }

  /** Changes the text in the order of the changes; the client's word for the version counts. */
  void change(int number, List<TextDocumentContentChangeEvent> changes) {
    version = new Version(this, number, version.text().with(changes));
  }

  private RequestDiagnostics linted(RequestFile file, KnownSpecs specs) {
    synchronized (linter) {
      return linter.lint(file, specs);
    }
  }

  /** The model of a spec as it could be read last. */
  @Nullable ModelSpec lastModel() {
    return lastModel;
  }

  void readModel(@Nullable ModelSpec model) {
    if (model != null) {
      lastModel = model;
    }
  }

  private static Kind kind(String uri, String language) {
    String file = uri.toLowerCase(Locale.ROOT);
    if (file.endsWith(".json") || file.endsWith(".jsonl") || file.endsWith(".ndjson")) {
      return Kind.REQUESTS;
    }
    if (file.endsWith(".yaml") || file.endsWith(".yml")) {
      return Kind.SPEC;
    }
    return switch (language) {
      case "json", "jsonc", "jsonl", "ndjson", "jsonlines" -> Kind.REQUESTS;
      case "yaml" -> Kind.SPEC;
      default -> Kind.OTHER;
    };
  }

  /** The last step of the URI; of one that is not saved yet, a name of its kind. */
  private static String name(String uri, Kind kind, String language) {
    String last = uri.substring(uri.lastIndexOf('/') + 1);
    if (kind == Kind.SPEC) {
      return last.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml") ? last : "untitled.yaml";
    }
    boolean isNamed = last.toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)");
    boolean hasLines = List.of("jsonl", "ndjson", "jsonlines").contains(language);
    return isNamed ? last : hasLines ? "untitled.jsonl" : "untitled.json";
  }

  /** The file of a URI; of what is no file here, the name alone. */
  private static Path path(String uri, String name) {
    try {
      URI parsed = URI.create(uri);
      if ("file".equals(parsed.getScheme())) {
        return Path.of(parsed);
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException noFile) {
      // a URI that is not well formed, or of another system
    }
    return Path.of(name.replaceAll("[^A-Za-z0-9._-]", "_"));
  }
}
