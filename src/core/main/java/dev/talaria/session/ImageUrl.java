package dev.talaria.session;

/** The URLs that a picture may have. */
final class ImageUrl {

  private static final int SHOWN = 40;

  private ImageUrl() {}

  /**
   * The URL, if it is one of a picture.
   *
   * @throws IllegalArgumentException if not; the message shows how it begins
   */
  static String checked(String url) {
    if (isRemote(url) || starts(url, "data:image/") && url.indexOf(',') > 0) {
      return url;
    }
    throw new IllegalArgumentException(
        "image: expected data:image/<type>;base64,<data>, got '"
            + url.substring(0, Math.min(SHOWN, url.length()))
            + "'; for a file give its Path");
  }

  /** Whether somebody would have to fetch it. */
  static boolean isRemote(String url) {
    return starts(url, "http://") || starts(url, "https://");
  }

  private static boolean starts(String url, String prefix) {
    return url.length() > prefix.length() && url.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
