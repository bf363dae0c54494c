package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.internal.page.PageDocument;
import dev.callsheet.spec.source.SourceLocation;

/** What a page says of a model but for its descriptions, which are read against the whole spec. */
public final class PageDraft {
  private final String id;
  private final String slug;
  private final PageDocument page;
  private final SpecDraft draft;
  private final SpecProof proof;
  private final RuleCollector rules;
  private final SourceLocation start;

  PageDraft(
      String id,
      String slug,
      PageDocument page,
      SpecDraft draft,
      SpecProof proof,
      RuleCollector rules,
      SourceLocation start) {
    this.id = id;
    this.slug = slug;
    this.page = page;
    this.draft = draft;
    this.proof = proof;
    this.rules = rules;
    this.start = start;
  }

  /** The identifier of the model. */
  public String id() {
    return id;
  }

  /** What its file is to be called. */
  String slug() {
    return slug;
  }

  PageDocument page() {
    return page;
  }

  /** The draft, proved. */
  SpecDraft draft() {
    return draft;
  }

  SpecProof proof() {
    return proof;
  }

  RuleCollector rules() {
    return rules;
  }

  /** Where what has no place of its own is said to be. */
  SourceLocation start() {
    return start;
  }
}
