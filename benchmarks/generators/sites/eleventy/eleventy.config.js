module.exports = function (config) {
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const inWords = new Intl.DateTimeFormat("en-GB", day);
  config.addFilter("written", (date) => inWords.format(date));
  config.addFilter("minutes", (html) => Math.max(1, Math.ceil(html.split(/\s+/).length / 200)));
  config.addFilter("newest", (posts, count) => posts.slice(-count).reverse());
  config.addFilter("address", (tag) => tag.toLowerCase().replace(/ /g, "-"));
  config.addCollection("newestFirst", (api) => api.getFilteredByTag("posts").slice().reverse());
  config.addCollection("tagList", (api) => {
    const tags = new Set(api.getFilteredByTag("posts").flatMap((post) => post.data.tags));
    tags.delete("posts");
    return [...tags].sort();
  });
  return {
    dir: { input: "content", includes: "../includes", layouts: "../includes", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};
