/** Requests for films. */
package com.example.film;
