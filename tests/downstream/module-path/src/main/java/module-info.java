/** A film, by generated requests. */
module com.example.film {
  requires dev.callsheet.runtime;

  opens com.example.film.models.klingvideo30omnipro to
      tools.jackson.databind;
}
