package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.ModeClass;
import dev.callsheet.spec.model.Mode;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The way into a mode: takes what makes a request one of it, and gives the next to ask. */
final class AddEntryPoint {
  private final JavaModel model;
  private final Mode mode;
  private final ModeSource source;

  AddEntryPoint(JavaModel model, ModeClass mode) {
    this.model = model;
    this.mode = mode.profile().mode();
    this.source = new ModeSource(model, mode);
  }

  /** {@code names} are those of the methods beside it. */
  void to(TypeSpec.Builder entry, Scope names) {
    String name = names.take(Identifiers.member(mode.name()));
    if (source.given().isEmpty()) {
      entry.addMethod(method(name, new Offer(name, List.of())));
      return;
    }
    new Offers(model, 4)
        .of(source.given(), null)
        .forEach(offer -> entry.addMethod(method(name, offer)));
  }

  private MethodSpec method(String name, Offer offer) {
    String description = Markup.of(mode.description());
    Javadoc javadoc =
        Javadoc.at(1)
            .paragraph(
                description.isEmpty()
                    ? "A request in mode " + Markup.code(mode.name()) + "."
                    : description);
    offer.slots().forEach(slot -> javadoc.tag("param", slot.name() + " " + slot.doc()));
    ClassName builder = model.request().builder();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(javadoc.toCode())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(source.first());
    offer.slots().forEach(slot -> slot.addParameter(method));
    if (offer.slots().isEmpty()) {
      return method.addStatement("return new $T(request())", source.first()).build();
    }
    offer.slots().forEach(slot -> slot.addCheck(method));
    method.addStatement("$T builder = request()", builder);
    offer.slots().forEach(slot -> slot.addSetting(method));
    return method.addStatement("return new $T(builder)", source.first()).build();
  }
}
