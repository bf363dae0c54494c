package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a request, or a field of a result.
 *
 * @param name its key in JSON
 * @param path from the task, or the result, to it
 * @param anchor the name that links lead to; unique on its page
 * @param required whether it must be provided whenever its parent is
 * @param summary what a value may be, in a few words, such as {@code integer, at least 3}
 * @param attributes one by one, in the order of published pages
 * @param description may be empty
 * @param values the allowed ones, where they are listed and there is a choice; else empty
 * @param forms where a value, or an item, may have one of several shapes; else empty
 * @param members what is inside an object, or inside every item of a list; those of forms are there
 * @param mediaLimits limits on the media itself, which no request shows
 * @param links further reading
 * @param deprecation that it is not to be used any more, and what is instead; null while it is
 * @param note why what is published differs from what is enforced; null when it does not
 */
public record ParameterEntry(
    String name,
    ParameterPath path,
    String anchor,
    boolean required,
    String summary,
    List<ParameterAttribute> attributes,
    Prose description,
    List<AllowedValue> values,
    List<Form> forms,
    List<ParameterEntry> members,
    List<ParameterAttribute> mediaLimits,
    List<Hyperlink> links,
    @Nullable Prose deprecation,
    @Nullable Prose note) {

  /** Copies the lists, so that an entry never changes. */
  public ParameterEntry {
    attributes = List.copyOf(attributes);
    values = List.copyOf(values);
    forms = List.copyOf(forms);
    members = List.copyOf(members);
    mediaLimits = List.copyOf(mediaLimits);
    links = List.copyOf(links);
  }

  /**
   * A value that is allowed.
   *
   * @param text as in JSON, a string without its quotes
   * @param description may be empty
   * @param deprecation null while it is to be used
   */
  public record AllowedValue(String text, Prose description, @Nullable Prose deprecation) {}

  /**
   * One of the shapes that a value may have.
   *
   * @param number from 1
   * @param title may be empty
   * @param description may be empty
   * @param attributes its type first
   * @param values the allowed ones, where they are listed
   * @param forms where an item of it may have one of several shapes again; else empty
   * @param members what is inside, where it is an object or a list of such
   */
  public record Form(
      int number,
      String title,
      Prose description,
      List<ParameterAttribute> attributes,
      List<AllowedValue> values,
      List<Form> forms,
      List<ParameterEntry> members) {
    private Stream<ParameterEntry> inside() {
      return Stream.concat(members.stream(), forms.stream().flatMap(Form::inside));
    }
  }

  /** The value that it has when it is not provided, as in JSON, a string without quotes. */
  public Optional<String> defaultValue() {
    return attributes.stream()
        .filter(attribute -> attribute.keyword().equals("default"))
        .flatMap(attribute -> Stream.ofNullable(attribute.value()))
        .findFirst();
  }

  /** All entries directly inside: the members, and those of every form. */
  public List<ParameterEntry> inside() {
    return Stream.concat(members.stream(), forms.stream().flatMap(Form::inside)).toList();
  }
}
