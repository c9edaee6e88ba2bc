import type { XmlModel } from '../../checkers/xml-model.js';

const year = /^\d{4}$/;
const twoDigits = /^\d\d$/;
const orcid = /^https:\/\/orcid\.org\/(\d{4}-){3}\d{3}[\dX]$/;

/** Crossref deposit schema 5.3.1, as its documentation describes reports and books. */
export const crossrefModel: XmlModel = {
  root: 'doi_batch',
  content: {
    doi_batch: /head body /,
    head: /doi_batch_id timestamp depositor registrant /,
    depositor: /depositor_name email_address /,
    body: /(report-paper |book )+/,
    'report-paper': /report-paper_metadata |report-paper_series_metadata /,
    'report-paper_metadata':
      /(contributors )?titles (jats:abstract )*publication_date (publisher )?(publisher_item )?(ai:program )?doi_data (citation_list )?/,
    'report-paper_series_metadata':
      /series_metadata (contributors )?titles (jats:abstract )*publication_date (publisher )?(publisher_item )?doi_data (citation_list )?/,
    book: /book_metadata |book_series_metadata /,
    book_metadata:
      /(contributors )?titles (jats:abstract )*publication_date isbn publisher (publisher_item )?(ai:program )?doi_data (citation_list )?/,
    book_series_metadata:
      /series_metadata (contributors )?titles (jats:abstract )*(volume )?publication_date isbn publisher (publisher_item )?(ai:program )?doi_data (citation_list )?/,
    series_metadata: /titles issn /,
    contributors: /(person_name |organization )+/,
    person_name: /given_name surname (suffix )?(affiliations )?(ORCID )?/,
    affiliations: /(institution )+/,
    institution: /institution_name /,
    titles: /title (subtitle )?/,
    'jats:abstract': /(jats:p )+/,
    publication_date: /(month )?(day )?year /,
    publisher: /publisher_name /,
    publisher_item: /item_number /,
    'ai:program': /ai:license_ref /,
    doi_data: /doi resource /,
    citation_list: /(citation )+/,
    citation: /unstructured_citation /,
  },
  values: {
    doi_batch_id: /^.{4,100}$/,
    timestamp: /^\d{14}$/,
    depositor_name: /^.{1,130}$/,
    email_address: /^\S+@\S+\.\S+$/,
    surname: /^[^\d?]{1,60}$/,
    ORCID: orcid,
    month: twoDigits,
    day: twoDigits,
    year,
    isbn: /^(97[89])?\d{9}[\dX]$/,
    issn: /^\d{4}-?\d{3}[\dX]$/,
    doi: /^10\.\d{4,9}\/.{1,200}$/,
    resource: /^https?:\/\/\S+$/,
    item_number: /^.{1,32}$/,
    'ai:license_ref': /^https?:\/\/\S+$/,
  },
  attributes: {
    'doi_batch@version': /^5\.3\.1$/,
    'doi_batch@xmlns': /^http:\/\/www\.crossref\.org\/schema\/5\.3\.1$/,
    'book@book_type': /^(edited_book|monograph|reference|other)$/,
    'person_name@sequence': /^(first|additional)$/,
    'person_name@contributor_role': /^author$/,
    'organization@sequence': /^(first|additional)$/,
    'citation@key': /^.{1,128}$/,
    'ai:program@name': /^AccessIndicators$/,
  },
};

/** JATS 1.3, Archiving and Interchange: the elements of front and back that records are made of. */
export const jatsModel: XmlModel = {
  root: 'article',
  content: {
    article: /front (back )?/,
    front: /(journal-meta )?article-meta /,
    'journal-meta': /journal-id journal-title-group issn (publisher )?/,
    'journal-title-group': /journal-title /,
    publisher: /publisher-name /,
    'article-meta':
      /(article-id )?title-group (contrib-group )?pub-date (volume-series )?(issue )?(isbn )?(permissions )?(self-uri )?(abstract )?(kwd-group )?/,
    'title-group': /article-title (subtitle )?/,
    'contrib-group': /(contrib )+/,
    contrib: /(contrib-id )?(name |collab )(aff )?(email )?(bio )?/,
    name: /surname given-names (suffix )?/,
    aff: /institution /,
    bio: /(p )+/,
    'pub-date': /(day )?(month )?year /,
    permissions: /copyright-statement (copyright-year )?(copyright-holder )?(license )?/,
    license: /ali:license_ref license-p /,
    abstract: /(p )+/,
    'kwd-group': /(kwd )+/,
    back: /ref-list /,
    'ref-list': /(ref )+/,
    ref: /mixed-citation /,
  },
  values: {
    'contrib-id': orcid,
    day: twoDigits,
    month: twoDigits,
    year,
    'copyright-year': year,
    'article-id': /^10\.\d{4,9}\/\S+$/,
    issn: /^\d{4}-\d{3}[\dX]$/,
    'self-uri': /^https?:\/\/\S+$/,
  },
  attributes: {
    'article@dtd-version': /^1\.3$/,
    'article@xml:lang': /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/,
    'article-id@pub-id-type': /^doi$/,
    'contrib@contrib-type': /^author$/,
    'contrib-id@contrib-id-type': /^orcid$/,
    'pub-date@iso-8601-date': /^\d{4}(-\d\d){0,2}$/,
    'ref@id': /^[A-Za-z_][\w.-]*$/,
    'license@xlink:href': /^https?:\/\/\S+$/,
  },
};

/** ONIX for Books 3.0, reference names: blocks 1, 2 and 4 as its specification orders them. */
export const onixModel: XmlModel = {
  root: 'ONIXMessage',
  content: {
    ONIXMessage: /Header (Product )+/,
    Header: /Sender SentDateTime /,
    Sender: /SenderName /,
    Product:
      /RecordReference NotificationType RecordSourceType (ProductIdentifier )+DescriptiveDetail (CollateralDetail )?PublishingDetail /,
    ProductIdentifier: /ProductIDType IDValue /,
    DescriptiveDetail:
      /ProductComposition ProductForm ProductFormDetail (ProductFormFeature )*PrimaryContentType EpubTechnicalProtection (EpubLicense )?(Collection |NoCollection )TitleDetail ((Contributor )+|NoContributor )NoEdition (Language )?(Subject )?/,
    ProductFormFeature: /ProductFormFeatureType ProductFormFeatureValue /,
    EpubLicense: /EpubLicenseName EpubLicenseExpression /,
    EpubLicenseExpression: /EpubLicenseExpressionType EpubLicenseExpressionLink /,
    Collection: /CollectionType (CollectionIdentifier )?TitleDetail /,
    CollectionIdentifier: /CollectionIDType IDValue /,
    TitleDetail: /TitleType TitleElement /,
    TitleElement: /TitleElementLevel (PartNumber )?TitleText (Subtitle )?/,
    Contributor:
      /SequenceNumber ContributorRole (NameIdentifier )?(PersonName PersonNameInverted NamesBeforeKey KeyNames (SuffixToKey )?|CorporateName )(ProfessionalAffiliation )?(BiographicalNote )?/,
    NameIdentifier: /NameIDType IDValue /,
    ProfessionalAffiliation: /Affiliation /,
    Language: /LanguageRole LanguageCode /,
    Subject: /SubjectSchemeIdentifier SubjectHeadingText /,
    CollateralDetail: /TextContent /,
    TextContent: /TextType ContentAudience Text /,
    PublishingDetail: /Publisher PublishingStatus PublishingDate /,
    Publisher: /PublishingRole PublisherName (Website )?/,
    Website: /WebsiteRole WebsiteLink /,
    PublishingDate: /PublishingDateRole Date /,
  },
  values: {
    RecordReference: /^\S{1,100}$/,
    SentDateTime: /^\d{8}T\d{6}Z$/,
    NotificationType: /^03$/,
    ProductIDType: /^(02|06|15)$/,
    ProductForm: /^E[A-D]$/,
    ProductFormFeatureType: /^09$/,
    // Code list 196.
    ProductFormFeatureValue: /^(1[0-9]|2[0-9]|3[0-9]|5[0-4])$/,
    ProductFormDetail: /^E\d{3}$/,
    TitleElementLevel: /^0[1-5]$/,
    ContributorRole: /^[A-Z]\d\d$/,
    LanguageCode: /^[a-z]{3}$/,
    Date: /^\d{4}(\d\d){0,2}$/,
    NoCollection: /^$/,
    NoContributor: /^$/,
    NoEdition: /^$/,
    WebsiteLink: /^https?:\/\/\S+$/,
  },
  attributes: {
    'ONIXMessage@release': /^3\.0$/,
    'ONIXMessage@xmlns': /^http:\/\/ns\.editeur\.org\/onix\/3\.0\/reference$/,
    'Date@dateformat': /^(00|01|05)$/,
  },
};
